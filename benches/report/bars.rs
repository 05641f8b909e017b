//! A plot of one family: a bar for each contender of each work, from 1, which is what is written by hand, to its
//! ratio, on a logarithmic scale. SVG, without a library.

use std::fmt::Write as _;

use super::{CONTENDERS, Row, of_family};
use crate::work::Family;

const WIDTH: f64 = 860.0;
const LEFT: f64 = 190.0;
const RIGHT: f64 = 60.0;
const BAR: f64 = 14.0;
const TOP: f64 = 80.0;

/// The ratios go from here to there; a bar that is longer is cut, and its number tells.
const FROM: f64 = 0.5;
const TO: f64 = 2000.0;

/// A colour for each of the contenders but the first.
const COLOURS: [&str; CONTENDERS.len() - 1] = [
    "#c2410c", "#f59e0b", "#2563eb", "#115e59", "#14b8a6", "#5eead4", "#7c3aed", "#db2777",
    "#6b7280",
];

/// Where a ratio is, from left to right.
fn across(ratio: f64) -> f64 {
    let part = (ratio.clamp(FROM, TO) / FROM).ln() / (TO / FROM).ln();
    LEFT + part * (WIDTH - LEFT - RIGHT)
}

fn text(svg: &mut String, x: f64, y: f64, anchor: &str, what: &str) {
    let _ = writeln!(
        svg,
        r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}">{what}</text>"#
    );
}

/// The names of the contenders, each in its colour, in as many lines as they need.
fn legend(svg: &mut String) {
    let (mut x, mut y) = (LEFT, 28.0);
    for (contender, colour) in CONTENDERS[1..].iter().zip(COLOURS) {
        let wide = 34.0 + 6.5 * contender.len() as f64;
        if x + wide > WIDTH {
            (x, y) = (LEFT, y + 16.0);
        }
        let _ = writeln!(
            svg,
            r#"<rect x="{x:.1}" y="{y:.1}" width="10" height="10" fill="{colour}"/>"#
        );
        text(svg, x + 14.0, y + 9.0, "start", contender);
        x += wide;
    }
}

fn grid(svg: &mut String, bottom: f64) {
    for ratio in [
        0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0,
    ] {
        let x = across(ratio);
        let stroke = if ratio == 1.0 { "#111" } else { "#ddd" };
        let _ = writeln!(
            svg,
            r#"<line x1="{x:.1}" x2="{x:.1}" y1="{TOP}" y2="{bottom:.1}" stroke="{stroke}"/>"#
        );
        text(svg, x, TOP - 6.0, "middle", &ratio.to_string());
    }
}

/// The plot, where any ratio of the family is known.
pub(crate) fn plot(family: &Family, rows: &[Row], title: &str) -> String {
    let mut bars = String::new();
    let mut y = TOP + 8.0;
    for row in of_family(family, rows) {
        let top = y;
        for (contender, colour) in CONTENDERS[1..].iter().zip(COLOURS) {
            let Some(ratio) = row.ratio(contender) else {
                continue;
            };
            let (from, to) = (across(ratio.min(1.0)), across(ratio.max(1.0)));
            let (wide, high) = ((to - from).max(2.0), BAR - 3.0);
            let _ = writeln!(
                bars,
                r#"<rect x="{from:.1}" y="{y:.1}" width="{wide:.1}" height="{high}" fill="{colour}"/>"#
            );
            text(
                &mut bars,
                to.max(from + 2.0) + 4.0,
                y + 9.5,
                "start",
                &format!("{ratio:.2}"),
            );
            y += BAR;
        }
        if y > top {
            let middle = f64::midpoint(top, y) + 2.0;
            text(&mut bars, LEFT - 10.0, middle, "end", row.work.name);
            y += 10.0;
        }
    }
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y:.0}" font-family="sans-serif" font-size="11">"#
    );
    let _ = writeln!(svg, r##"<rect width="100%" height="100%" fill="#fff"/>"##);
    text(
        &mut svg,
        10.0,
        18.0,
        "start",
        &format!("{}: {title}", family.name),
    );
    legend(&mut svg);
    grid(&mut svg, y);
    svg + &bars + "</svg>\n"
}
