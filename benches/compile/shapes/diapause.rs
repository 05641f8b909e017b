//! As coroutines of diapause: what crosses a yield is annotated, and is not borrowed.

mod tokens {
    #[diapause::coroutine(yield = Token<'a>)]
    fn tokens<'a>(text: &'a str) {
        let mut at: usize = 0;
        loop {
            let rest = text[at..].trim_ascii_start();
            at = text.len() - rest.len();
            let Some(first) = rest.bytes().next() else {
                return;
            };
            if first.is_ascii_alphabetic() {
                let name = &rest[..run_of(rest, u8::is_ascii_alphanumeric)];
                at += name.len();
                yield_!(Token::Name(name));
            } else if first.is_ascii_digit() {
                let digits = &rest[..run_of(rest, u8::is_ascii_digit)];
                at += digits.len();
                yield_!(Token::Number(digits.parse().unwrap_or(SALT)));
            } else {
                at += 1;
                yield_!(Token::Symbol(first));
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        fold(Iter::new(tokens(&input.text)).map(Token::key))
    }
}

mod triples {
    #[diapause::coroutine(yield = (u32, u32, u32))]
    fn triples(to: u32) {
        for c in 1u32..=to {
            if c % 7 == SALT % 7 {
                continue;
            }
            for b in 1u32..c {
                for a in 1u32..b {
                    if a * a + b * b == c * c {
                        yield_!((a, b, c));
                    }
                }
            }
        }
    }

    pub fn run(_: &Input) -> u64 {
        let triples = Iter::new(triples(20 + SALT % 3));
        fold(triples.map(|(a, b, c)| a ^ b << 5 ^ c << 10))
    }
}

mod walk {
    #[diapause::coroutine(yield = u32)]
    fn walk<'a>(root: &'a Node) {
        let mut stack: Vec<(&'a Node, u32)> = vec![(root, 0)];
        let mut deepest: u32 = 0;
        while let Some((node, depth)) = stack.pop() {
            for child in node.children.iter().rev() {
                stack.push((child, depth + 1));
            }
            if depth > deepest {
                deepest = depth;
            }
            if node.value % 5 != SALT % 5 {
                yield_!(node.value ^ depth);
            }
        }
        yield_!(deepest);
    }

    pub fn run(input: &Input) -> u64 {
        fold(Iter::new(walk(&input.tree)))
    }
}

mod frames {
    #[diapause::coroutine(yield = Option<u32>, resume = u8)]
    fn frames(most: u32) {
        let mut found: Option<u32> = None;
        loop {
            let start: u8 = yield_!(found);
            found = None;
            if u32::from(start) % 11 != SALT % 11 {
                continue;
            }
            let length: u8 = yield_!(None);
            let length: u32 = u32::from(length).min(most);
            let mut check: u32 = SALT;
            for _ in 0u32..length {
                let byte: u8 = yield_!(None);
                check = check.wrapping_mul(31) ^ u32::from(byte);
            }
            let last: u8 = yield_!(None);
            if u32::from(last) % 2 == check % 2 {
                found = Some(check);
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        let mut frames = frames(4);
        let mut sum = 0;
        let _ = frames.start();
        for byte in input.text.bytes() {
            if let CoroutineState::Yielded(Some(found)) = frames.resume(byte) {
                sum = mix(sum, found);
            }
        }
        sum
    }
}

mod chunks {
    #[diapause::coroutine(yield = Vec<u32>)]
    fn chunks<'a>(numbers: &'a [u32], size: usize) {
        let mut buffer: Vec<u32> = Vec::new();
        for number in numbers {
            if number % 5 == SALT % 5 {
                continue;
            }
            buffer.push(number ^ SALT);
            if buffer.len() == size {
                yield_!(std::mem::take(&mut buffer));
            }
        }
        if !buffer.is_empty() {
            yield_!(buffer);
        }
    }

    pub fn run(input: &Input) -> u64 {
        fold(Iter::new(chunks(&input.numbers, 3)).map(|chunk| chunk.iter().sum()))
    }
}

mod entries {
    #[diapause::coroutine(yield = Entry)]
    fn entries<'a>(text: &'a [u8]) {
        let mut at: usize = 0;
        let mut depth: u32 = SALT % 7;
        while at < text.len() {
            let byte = text[at];
            at += 1;
            match byte {
                b'(' | b'[' => {
                    depth += 1;
                    yield_!(Entry::Open(depth));
                }
                b')' | b']' => {
                    yield_!(Entry::Close(depth));
                    depth = depth.saturating_sub(1);
                }
                b'0'..=b'9' | b'a'..=b'z' => {
                    let mut word = u32::from(byte);
                    while at < text.len() && text[at].is_ascii_alphanumeric() {
                        word = word.wrapping_mul(33) ^ u32::from(text[at]);
                        at += 1;
                    }
                    yield_!(Entry::Word(depth, word));
                }
                b' ' | b'\n' => {}
                b';' if depth > 5 => return,
                other => {
                    yield_!(Entry::Other(other));
                }
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        fold(Iter::new(entries(input.text.as_bytes())).map(Entry::key))
    }
}

mod report {
    #[diapause::coroutine(yield = String)]
    fn report<'a>(rows: &'a [Row]) {
        yield_!(format!("{:<8}|{:>6}", "name", "cost"));
        let mut total: u32 = SALT;
        let mut group: Option<u32> = None;
        for at in 0usize..rows.len() {
            if let Some(last) = group {
                if last != rows[at].group {
                    yield_!(format!("{last}: {total}"));
                    total = SALT;
                }
            }
            let row = &rows[at];
            group = Some(row.group);
            total += row.cost;
            let mark = if row.cost > 50 { "*" } else { "" };
            yield_!(format!("{:<8}|{:>6}{mark}", row.name, row.cost));
        }
        yield_!(format!("total {total}"));
    }

    pub fn run(input: &Input) -> u64 {
        fold(Iter::new(report(&input.rows)).map(|line| key(&line)))
    }
}

mod sums {
    #[diapause::coroutine(yield = u32)]
    fn sums<'a>(text: &'a str) -> Result<u32, std::num::ParseIntError> {
        let mut total: u32 = SALT;
        let lines: std::str::Lines<'a> = text.lines();
        for line in lines {
            let Some((name, number)) = line.split_once('=') else {
                continue;
            };
            let number: u32 = number.trim().parse()?;
            if name.len() as u32 % 5 == SALT % 5 {
                continue;
            }
            total = total.wrapping_add(number);
            yield_!(total);
        }
        Ok(total)
    }

    pub fn run(input: &Input) -> u64 {
        let mut sums = sums(&input.pairs);
        let mut sum = 0;
        let mut state = sums.start();
        loop {
            match state {
                CoroutineState::Yielded(value) => sum = mix(sum, value),
                CoroutineState::Complete(result) => return ended(sum, result),
            }
            state = sums.resume(());
        }
    }
}
