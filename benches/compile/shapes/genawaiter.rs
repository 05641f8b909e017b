//! As generators of genawaiter, on the stack: an async function, polled.

mod tokens {
    async fn tokens<'a>(text: &'a str, co: Co<'_, Token<'a>>) {
        let mut rest = text;
        loop {
            rest = rest.trim_ascii_start();
            let Some(first) = rest.bytes().next() else {
                return;
            };
            if first.is_ascii_alphabetic() {
                let (name, after) = rest.split_at(run_of(rest, u8::is_ascii_alphanumeric));
                rest = after;
                co.yield_(Token::Name(name)).await;
            } else if first.is_ascii_digit() {
                let (digits, after) = rest.split_at(run_of(rest, u8::is_ascii_digit));
                rest = after;
                co.yield_(Token::Number(digits.parse().unwrap_or(SALT))).await;
            } else {
                rest = &rest[1..];
                co.yield_(Token::Symbol(first)).await;
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        let_gen_using!(values, |co| tokens(&input.text, co));
        fold(values.into_iter().map(Token::key))
    }
}

mod triples {
    async fn triples(to: u32, co: Co<'_, (u32, u32, u32)>) {
        for c in 1..=to {
            if c % 7 == SALT % 7 {
                continue;
            }
            for b in 1..c {
                for a in 1..b {
                    if a * a + b * b == c * c {
                        co.yield_((a, b, c)).await;
                    }
                }
            }
        }
    }

    pub fn run(_: &Input) -> u64 {
        let_gen_using!(values, |co| triples(20 + SALT % 3, co));
        fold(values.into_iter().map(|(a, b, c)| a ^ b << 5 ^ c << 10))
    }
}

mod walk {
    async fn walk(root: &Node, co: Co<'_, u32>) {
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
                co.yield_(node.value ^ depth).await;
            }
        }
        co.yield_(deepest).await;
    }

    pub fn run(input: &Input) -> u64 {
        let_gen_using!(values, |co| walk(&input.tree, co));
        fold(values.into_iter())
    }
}

mod frames {
    async fn frames(most: u32, co: Co<'_, Option<u32>, u8>) {
        let mut found = None;
        loop {
            let start = co.yield_(found).await;
            found = None;
            if u32::from(start) % 11 != SALT % 11 {
                continue;
            }
            let length = u32::from(co.yield_(None).await).min(most);
            let mut check = SALT;
            for _ in 0..length {
                let byte = co.yield_(None).await;
                check = check.wrapping_mul(31) ^ u32::from(byte);
            }
            let last = co.yield_(None).await;
            if u32::from(last) % 2 == check % 2 {
                found = Some(check);
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        let_gen_using!(values, |co| frames(4, co));
        let mut sum = 0;
        values.resume_with(0); // dropped: it starts the body
        for byte in input.text.bytes() {
            if let GeneratorState::Yielded(Some(found)) = values.resume_with(byte) {
                sum = mix(sum, found);
            }
        }
        sum
    }
}

mod chunks {
    async fn chunks(numbers: &[u32], size: usize, co: Co<'_, Vec<u32>>) {
        let mut buffer = Vec::new();
        for number in numbers {
            if number % 5 == SALT % 5 {
                continue;
            }
            buffer.push(number ^ SALT);
            if buffer.len() == size {
                co.yield_(std::mem::take(&mut buffer)).await;
            }
        }
        if !buffer.is_empty() {
            co.yield_(buffer).await;
        }
    }

    pub fn run(input: &Input) -> u64 {
        let_gen_using!(values, |co| chunks(&input.numbers, 3, co));
        fold(values.into_iter().map(|chunk| chunk.iter().sum()))
    }
}

mod entries {
    async fn entries(text: &[u8], co: Co<'_, Entry>) {
        let mut at = 0;
        let mut depth = SALT % 7;
        while at < text.len() {
            let byte = text[at];
            at += 1;
            match byte {
                b'(' | b'[' => {
                    depth += 1;
                    co.yield_(Entry::Open(depth)).await;
                }
                b')' | b']' => {
                    co.yield_(Entry::Close(depth)).await;
                    depth = depth.saturating_sub(1);
                }
                b'0'..=b'9' | b'a'..=b'z' => {
                    let mut word = u32::from(byte);
                    while at < text.len() && text[at].is_ascii_alphanumeric() {
                        word = word.wrapping_mul(33) ^ u32::from(text[at]);
                        at += 1;
                    }
                    co.yield_(Entry::Word(depth, word)).await;
                }
                b' ' | b'\n' => {}
                b';' if depth > 5 => return,
                other => co.yield_(Entry::Other(other)).await,
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        let_gen_using!(values, |co| entries(input.text.as_bytes(), co));
        fold(values.into_iter().map(Entry::key))
    }
}

mod report {
    async fn report(rows: &[Row], co: Co<'_, String>) {
        co.yield_(format!("{:<8}|{:>6}", "name", "cost")).await;
        let mut total = SALT;
        let mut group = None;
        for row in rows {
            if let Some(last) = group {
                if last != row.group {
                    co.yield_(format!("{last}: {total}")).await;
                    total = SALT;
                }
            }
            group = Some(row.group);
            total += row.cost;
            let mark = if row.cost > 50 { "*" } else { "" };
            co.yield_(format!("{:<8}|{:>6}{mark}", row.name, row.cost)).await;
        }
        co.yield_(format!("total {total}")).await;
    }

    pub fn run(input: &Input) -> u64 {
        let_gen_using!(values, |co| report(&input.rows, co));
        fold(values.into_iter().map(|line| key(&line)))
    }
}

mod sums {
    async fn sums(text: &str, co: Co<'_, u32>) -> Result<u32, std::num::ParseIntError> {
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
            co.yield_(total).await;
        }
        Ok(total)
    }

    pub fn run(input: &Input) -> u64 {
        let_gen_using!(values, |co| sums(&input.pairs, co));
        let mut sum = 0;
        loop {
            match values.resume() {
                GeneratorState::Yielded(value) => sum = mix(sum, value),
                GeneratorState::Complete(result) => return ended(sum, result),
            }
        }
    }
}
