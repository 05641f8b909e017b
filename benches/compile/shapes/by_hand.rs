//! As one would write it without a macro: a struct, and its `Iterator` or a method to send to.

mod tokens {
    struct Tokens<'a> {
        rest: &'a str,
    }

    impl<'a> Tokens<'a> {
        fn split(&mut self, at: usize) -> &'a str {
            let (word, after) = self.rest.split_at(at);
            self.rest = after;
            word
        }
    }

    impl<'a> Iterator for Tokens<'a> {
        type Item = Token<'a>;

        fn next(&mut self) -> Option<Token<'a>> {
            self.rest = self.rest.trim_ascii_start();
            let first = self.rest.bytes().next()?;
            if first.is_ascii_alphabetic() {
                let end = run_of(self.rest, u8::is_ascii_alphanumeric);
                Some(Token::Name(self.split(end)))
            } else if first.is_ascii_digit() {
                let end = run_of(self.rest, u8::is_ascii_digit);
                let digits = self.split(end);
                Some(Token::Number(digits.parse().unwrap_or(SALT)))
            } else {
                self.rest = &self.rest[1..];
                Some(Token::Symbol(first))
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        fold(Tokens { rest: &input.text }.map(Token::key))
    }
}

mod triples {
    struct Triples {
        to: u32,
        a: u32,
        b: u32,
        c: u32,
    }

    impl Iterator for Triples {
        type Item = (u32, u32, u32);

        fn next(&mut self) -> Option<(u32, u32, u32)> {
            while self.c <= self.to {
                if self.c % 7 != SALT % 7 {
                    while self.b < self.c {
                        while self.a < self.b {
                            let (a, b, c) = (self.a, self.b, self.c);
                            self.a += 1;
                            if a * a + b * b == c * c {
                                return Some((a, b, c));
                            }
                        }
                        self.b += 1;
                        self.a = 1;
                    }
                }
                self.c += 1;
                self.b = 1;
                self.a = 1;
            }
            None
        }
    }

    pub fn run(_: &Input) -> u64 {
        let triples = Triples { to: 20 + SALT % 3, a: 1, b: 1, c: 1 };
        fold(triples.map(|(a, b, c)| a ^ b << 5 ^ c << 10))
    }
}

mod walk {
    struct Walk<'a> {
        stack: Vec<(&'a Node, u32)>,
        deepest: u32,
        ended: bool,
    }

    impl Iterator for Walk<'_> {
        type Item = u32;

        fn next(&mut self) -> Option<u32> {
            while let Some((node, depth)) = self.stack.pop() {
                for child in node.children.iter().rev() {
                    self.stack.push((child, depth + 1));
                }
                if depth > self.deepest {
                    self.deepest = depth;
                }
                if node.value % 5 != SALT % 5 {
                    return Some(node.value ^ depth);
                }
            }
            if self.ended {
                return None;
            }
            self.ended = true;
            Some(self.deepest)
        }
    }

    pub fn run(input: &Input) -> u64 {
        fold(Walk { stack: vec![(&input.tree, 0)], deepest: 0, ended: false })
    }
}

mod frames {
    enum Frames {
        Start,
        Length,
        Payload { left: u32, check: u32 },
        Check { check: u32 },
    }

    impl Frames {
        fn send(&mut self, byte: u8, most: u32) -> Option<u32> {
            let (next, found) = match *self {
                Self::Start if u32::from(byte) % 11 == SALT % 11 => (Self::Length, None),
                Self::Start => (Self::Start, None),
                Self::Length => {
                    (Self::payload(u32::from(byte).min(most), SALT), None)
                }
                Self::Payload { left, check } => {
                    let check = check.wrapping_mul(31) ^ u32::from(byte);
                    (Self::payload(left - 1, check), None)
                }
                Self::Check { check } if u32::from(byte) % 2 == check % 2 => {
                    (Self::Start, Some(check))
                }
                Self::Check { .. } => (Self::Start, None),
            };
            *self = next;
            found
        }

        fn payload(left: u32, check: u32) -> Self {
            match left {
                0 => Self::Check { check },
                left => Self::Payload { left, check },
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        let mut frames = Frames::Start;
        let mut sum = 0;
        for byte in input.text.bytes() {
            if let Some(found) = frames.send(byte, 4) {
                sum = mix(sum, found);
            }
        }
        sum
    }
}

mod chunks {
    struct Chunks<'a> {
        numbers: std::slice::Iter<'a, u32>,
        buffer: Vec<u32>,
        size: usize,
    }

    impl Iterator for Chunks<'_> {
        type Item = Vec<u32>;

        fn next(&mut self) -> Option<Vec<u32>> {
            for number in self.numbers.by_ref() {
                if number % 5 == SALT % 5 {
                    continue;
                }
                self.buffer.push(number ^ SALT);
                if self.buffer.len() == self.size {
                    return Some(std::mem::take(&mut self.buffer));
                }
            }
            if self.buffer.is_empty() {
                return None;
            }
            Some(std::mem::take(&mut self.buffer))
        }
    }

    pub fn run(input: &Input) -> u64 {
        let numbers = input.numbers.iter();
        let chunks = Chunks { numbers, buffer: Vec::new(), size: 3 };
        fold(chunks.map(|chunk| chunk.iter().sum()))
    }
}

mod entries {
    struct Entries<'a> {
        text: &'a [u8],
        at: usize,
        depth: u32,
        closing: bool,
    }

    impl Iterator for Entries<'_> {
        type Item = Entry;

        fn next(&mut self) -> Option<Entry> {
            if self.closing {
                self.closing = false;
                self.depth = self.depth.saturating_sub(1);
            }
            while self.at < self.text.len() {
                let byte = self.text[self.at];
                self.at += 1;
                match byte {
                    b'(' | b'[' => {
                        self.depth += 1;
                        return Some(Entry::Open(self.depth));
                    }
                    b')' | b']' => {
                        self.closing = true;
                        return Some(Entry::Close(self.depth));
                    }
                    b'0'..=b'9' | b'a'..=b'z' => {
                        let mut word = u32::from(byte);
                        while self.at < self.text.len() && self.text[self.at].is_ascii_alphanumeric() {
                            word = word.wrapping_mul(33) ^ u32::from(self.text[self.at]);
                            self.at += 1;
                        }
                        return Some(Entry::Word(self.depth, word));
                    }
                    b' ' | b'\n' => {}
                    b';' if self.depth > 5 => {
                        self.at = self.text.len();
                        return None;
                    }
                    other => return Some(Entry::Other(other)),
                }
            }
            None
        }
    }

    pub fn run(input: &Input) -> u64 {
        let text = input.text.as_bytes();
        fold(Entries { text, at: 0, depth: SALT % 7, closing: false }.map(Entry::key))
    }
}

mod report {
    enum At<'a> {
        Head,
        Rows,
        Row(&'a Row),
        End,
    }

    struct Report<'a> {
        rows: std::slice::Iter<'a, Row>,
        at: At<'a>,
        group: Option<u32>,
        total: u32,
    }

    impl<'a> Report<'a> {
        fn row(&mut self, row: &'a Row) -> String {
            self.at = At::Rows;
            self.total += row.cost;
            let mark = if row.cost > 50 { "*" } else { "" };
            format!("{:<8}|{:>6}{mark}", row.name, row.cost)
        }
    }

    impl Iterator for Report<'_> {
        type Item = String;

        fn next(&mut self) -> Option<String> {
            match self.at {
                At::Head => {
                    self.at = At::Rows;
                    Some(format!("{:<8}|{:>6}", "name", "cost"))
                }
                At::Rows => {
                    let Some(row) = self.rows.next() else {
                        self.at = At::End;
                        return Some(format!("total {}", self.total));
                    };
                    if let Some(last) = self.group
                        && last != row.group
                    {
                        let line = format!("{last}: {}", self.total);
                        self.at = At::Row(row);
                        self.total = SALT;
                        self.group = Some(row.group);
                        return Some(line);
                    }
                    self.group = Some(row.group);
                    Some(self.row(row))
                }
                At::Row(row) => Some(self.row(row)),
                At::End => None,
            }
        }
    }

    pub fn run(input: &Input) -> u64 {
        let rows = input.rows.iter();
        let report = Report { rows, at: At::Head, group: None, total: SALT };
        fold(report.map(|line| key(&line)))
    }
}

mod sums {
    struct Sums<'a> {
        lines: std::str::Lines<'a>,
        total: u32,
    }

    impl Sums<'_> {
        fn next(&mut self) -> Result<Option<u32>, std::num::ParseIntError> {
            for line in self.lines.by_ref() {
                let Some((name, number)) = line.split_once('=') else {
                    continue;
                };
                let number: u32 = number.trim().parse()?;
                if name.len() as u32 % 5 == SALT % 5 {
                    continue;
                }
                self.total = self.total.wrapping_add(number);
                return Ok(Some(self.total));
            }
            Ok(None)
        }
    }

    pub fn run(input: &Input) -> u64 {
        let mut sums = Sums { lines: input.pairs.lines(), total: SALT };
        let mut sum = 0;
        loop {
            match sums.next() {
                Ok(Some(value)) => sum = mix(sum, value),
                Ok(None) => return ended(sum, Ok(sums.total)),
                Err(error) => return ended(sum, Err(error)),
            }
        }
    }
}
