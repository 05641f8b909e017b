//! As coroutines.

mod tokens {
    #[coro::coroutine]
    fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
        let mut rest = text;
        loop {
            rest = rest.trim_ascii_start();
            let Some(first) = rest.bytes().next() else {
                return;
            };
            if first.is_ascii_alphabetic() {
                let (name, after) = rest.split_at(run_of(rest, u8::is_ascii_alphanumeric));
                rest = after;
                co_yield!(Token::Name(name));
            } else if first.is_ascii_digit() {
                let (digits, after) = rest.split_at(run_of(rest, u8::is_ascii_digit));
                rest = after;
                co_yield!(Token::Number(digits.parse().unwrap_or(SALT)));
            } else {
                rest = &rest[1..];
                co_yield!(Token::Symbol(first));
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        fold(tokens(&input.text).map(Token::key))
    }
}

mod triples {
    #[coro::coroutine]
    fn triples(to: u32) -> impl Iterator<Item = (u32, u32, u32)> {
        for c in 1..=to {
            if c % 7 == SALT % 7 {
                continue;
            }
            for b in 1..c {
                for a in 1..b {
                    if a * a + b * b == c * c {
                        co_yield!((a, b, c));
                    }
                }
            }
        }
    }

    pub fn run(_: &Input) -> u64 {
        let triples = triples(20 + SALT % 3);
        fold(triples.map(|(a, b, c)| a ^ b << 5 ^ c << 10))
    }
}

mod walk {
    #[coro::coroutine]
    fn walk(root: &Node) -> impl Iterator<Item = u32> {
        let mut stack = vec![(root, 0)];
        let mut deepest = 0;
        while let Some((node, depth)) = stack.pop() {
            for child in node.children.iter().rev() {
                stack.push((child, depth + 1));
            }
            if depth > deepest {
                deepest = depth;
            }
            if node.value % 5 != SALT % 5 {
                co_yield!(node.value ^ depth);
            }
        }
        co_yield!(deepest);
    }

    pub fn run(input: &Input) -> u64 {
        fold(walk(&input.tree))
    }
}

mod frames {
    #[coro::coroutine]
    fn frames(most: u32) -> impl Coroutine<u8, Yield = Option<u32>> {
        let mut found = None;
        loop {
            let start = co_yield!(found);
            found = None;
            if u32::from(start) % 11 != SALT % 11 {
                continue;
            }
            let length = u32::from(co_yield!(None)).min(most);
            let mut check = SALT;
            for _ in 0..length {
                let byte = co_yield!(None);
                check = check.wrapping_mul(31) ^ u32::from(byte);
            }
            let last = co_yield!(None);
            if u32::from(last) % 2 == check % 2 {
                found = Some(check);
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        let mut frames = frames(4);
        let mut sum = 0;
        for byte in input.text.bytes() {
            if let Ok(Some(found)) = frames.send(byte) {
                sum = mix(sum, found);
            }
        }
        sum
    }
}

mod chunks {
    #[coro::coroutine]
    fn chunks(numbers: &[u32], size: usize) -> impl Iterator<Item = Vec<u32>> {
        let mut buffer = Vec::new();
        for number in numbers {
            if number % 5 == SALT % 5 {
                continue;
            }
            buffer.push(number ^ SALT);
            if buffer.len() == size {
                co_yield!(std::mem::take(&mut buffer));
            }
        }
        if !buffer.is_empty() {
            co_yield!(buffer);
        }
    }

    pub fn run(input: &Input) -> u64 {
        fold(chunks(&input.numbers, 3).map(|chunk| chunk.iter().sum()))
    }
}

mod entries {
    #[coro::coroutine]
    fn entries(text: &[u8]) -> impl Iterator<Item = Entry> {
        let mut at = 0;
        let mut depth = SALT % 7;
        while at < text.len() {
            let byte = text[at];
            at += 1;
            match byte {
                b'(' | b'[' => {
                    depth += 1;
                    co_yield!(Entry::Open(depth));
                }
                b')' | b']' => {
                    co_yield!(Entry::Close(depth));
                    depth = depth.saturating_sub(1);
                }
                b'0'..=b'9' | b'a'..=b'z' => {
                    let mut word = u32::from(byte);
                    while at < text.len() && text[at].is_ascii_alphanumeric() {
                        word = word.wrapping_mul(33) ^ u32::from(text[at]);
                        at += 1;
                    }
                    co_yield!(Entry::Word(depth, word));
                }
                b' ' | b'\n' => {}
                b';' if depth > 5 => return,
                other => co_yield!(Entry::Other(other)),
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        fold(entries(input.text.as_bytes()).map(Entry::key))
    }
}

mod report {
    #[coro::coroutine]
    fn report(rows: &[Row]) -> impl Iterator<Item = String> {
        co_yield!(format!("{:<8}|{:>6}", "name", "cost"));
        let mut total = SALT;
        let mut group = None;
        for row in rows {
            if let Some(last) = group {
                if last != row.group {
                    co_yield!(format!("{last}: {total}"));
                    total = SALT;
                }
            }
            group = Some(row.group);
            total += row.cost;
            let mark = if row.cost > 50 { "*" } else { "" };
            co_yield!(format!("{:<8}|{:>6}{mark}", row.name, row.cost));
        }
        co_yield!(format!("total {total}"));
    }

    pub fn run(input: &Input) -> u64 {
        fold(report(&input.rows).map(|line| key(&line)))
    }
}

mod sums {
    #[coro::coroutine]
    fn sums(
        text: &str,
    ) -> impl Coroutine<Yield = u32, Return = Result<u32, std::num::ParseIntError>> {
        let mut total = SALT;
        for line in text.lines() {
            let Some((name, number)) = line.split_once('=') else {
                continue;
            };
            let number: u32 = number.trim().parse()?;
            if name.len() as u32 % 5 == SALT % 5 {
                continue;
            }
            total = total.wrapping_add(number);
            co_yield!(total);
        }
        Ok(total)
    }

    pub fn run(input: &Input) -> u64 {
        let mut sums = sums(&input.pairs);
        let mut sum = 0;
        loop {
            match next(&mut sums) {
                Ok(value) => sum = mix(sum, value),
                Err(Stop::Returned(result)) => return ended(sum, result),
                Err(_) => return sum,
            }
        }
    }
}
