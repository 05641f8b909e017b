//! A row of bits for each point: what the analyses write their answers into.
//!
//! A function with a thousand yields has thousands of points and hundreds of locals, and users' dev profiles
//! compile this crate without optimisation. Sixty-four answers are joined at once here.

/// Rows of as many bits each.
pub(super) struct Table {
    bits: Vec<u64>,
    /// Words in each row.
    width: usize,
}

/// One row, on its own.
#[derive(Clone)]
pub(super) struct Row(Vec<u64>);

impl Table {
    pub(super) fn new(rows: usize, bits: usize) -> Self {
        let width = bits.div_ceil(64);
        Self {
            bits: vec![0; rows * width],
            width,
        }
    }

    /// A row without bits, of this width.
    pub(super) fn nothing(&self) -> Row {
        Row(vec![0; self.width])
    }

    pub(super) fn contains(&self, row: usize, bit: usize) -> bool {
        self.bits[row * self.width + bit / 64] >> (bit % 64) & 1 == 1
    }

    fn row(&self, row: usize) -> &[u64] {
        &self.bits[row * self.width..][..self.width]
    }

    /// Copies a row out.
    pub(super) fn read(&self, row: usize, to: &mut Row) {
        to.0.copy_from_slice(self.row(row));
    }

    /// Adds a row to `to`.
    pub(super) fn add_to(&self, row: usize, to: &mut Row) {
        for (word, more) in to.0.iter_mut().zip(self.row(row)) {
            *word |= more;
        }
    }

    /// Adds `more` to a row; whether that changed it.
    pub(super) fn join(&mut self, row: usize, more: &Row) -> bool {
        let mut changed = false;
        let words = &mut self.bits[row * self.width..][..self.width];
        for (word, more) in words.iter_mut().zip(&more.0) {
            changed |= *more & !*word != 0;
            *word |= more;
        }
        changed
    }
}

impl Row {
    pub(super) fn contains(&self, bit: usize) -> bool {
        self.0[bit / 64] >> (bit % 64) & 1 == 1
    }

    pub(super) fn set(&mut self, bit: usize, to: bool) {
        let (word, mask) = (&mut self.0[bit / 64], 1 << (bit % 64));
        match to {
            true => *word |= mask,
            false => *word &= !mask,
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Takes out what `other` has.
    pub(super) fn remove(&mut self, other: &Self) {
        for (word, less) in self.0.iter_mut().zip(&other.0) {
            *word &= !less;
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_of_every_word() {
        let mut table = Table::new(3, 130);
        let mut row = table.nothing();
        for bit in [0, 63, 64, 129] {
            row.set(bit, true);
        }
        assert!(table.join(1, &row));
        assert!(!table.join(1, &row), "nothing is new");
        for at in 0..3 {
            let found: Vec<usize> = (0..130).filter(|bit| table.contains(at, *bit)).collect();
            let joined: &[usize] = if at == 1 { &[0, 63, 64, 129] } else { &[] };
            assert_eq!(found, joined);
        }
    }

    #[test]
    fn rows_add_and_remove() {
        let mut table = Table::new(1, 70);
        let (mut a, mut b) = (table.nothing(), table.nothing());
        a.set(1, true);
        a.set(69, true);
        b.set(69, true);
        a.remove(&b);
        assert!(a.contains(1) && !a.contains(69));
        table.join(0, &b);
        table.add_to(0, &mut a);
        assert!(a.contains(1) && a.contains(69));
        a.set(1, false);
        table.read(0, &mut b);
        assert!(!a.contains(1) && b.contains(69));
        b.clear();
        a.remove(&b);
        a.add(&b);
        assert!(a.contains(69) && !b.contains(69));
    }
}
