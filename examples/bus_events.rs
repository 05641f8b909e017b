//! "Python coroutines" (a study of Beazley's course): event handling. A parser pushes the events of an XML document into
//! coroutines, which make records of them, filter them and print them. Beside it the same by pulling.
//!
//! `cargo run --release --example bus_events` makes a document of more than 10 MB and prints the throughput.

mod support;

use coro::prelude::*;
use quick_xml::Error;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event as Xml};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::time::Instant;
use std::{env, process};
use support::{print, printed};

/// What happens in a document, borrowed from the parser for one send.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Event<'a> {
    Start(&'a str),
    Text(&'a str),
    End(&'a str),
}

type Bus = HashMap<String, String>;

/// The adapter: calls a coroutine where `xml.sax` would call the methods of a handler.
pub(crate) fn parse(
    document: impl BufRead,
    mut target: impl for<'a> Coroutine<Event<'a>>,
) -> Result<(), Error> {
    let mut reader = Reader::from_reader(document);
    let mut buffer = Vec::new();
    let mut send = |event: Event<'_>| target.send(event).is_ok();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer)?;
        let wanted = match &event {
            Xml::Start(tag) => send(Event::Start(tag.name().as_ref())),
            Xml::End(tag) => send(Event::End(tag.name().as_ref())),
            Xml::Empty(tag) => {
                send(Event::Start(tag.name().as_ref())) && send(Event::End(tag.name().as_ref()))
            }
            Xml::Text(text) => send(Event::Text(&text.xml10_content())),
            Xml::CData(text) => send(Event::Text(&text.xml10_content())),
            Xml::GeneralRef(entity) => send(Event::Text(&resolve(entity)?)),
            Xml::Eof => return Ok(()),
            Xml::Comment(_) | Xml::Decl(_) | Xml::PI(_) | Xml::DocType(_) => true,
        };
        if !wanted {
            return Ok(()); // the target has had enough
        }
    }
}

/// `&amp;` and `&#38;`; others are left as they are.
fn resolve(entity: &BytesRef<'_>) -> Result<String, Error> {
    let name = entity.xml10_content();
    Ok(match entity.resolve_char_ref()? {
        Some(char) => char.to_string(),
        None => match resolve_predefined_entity(&name) {
            Some(text) => text.to_string(),
            None => format!("&{name};"),
        },
    })
}

/// A state machine: whether an event is inside of a `bus` is where this function stands.
#[coro::coroutine(prime)]
pub(crate) fn buses_to_dicts(
    mut target: impl for<'b> Coroutine<&'b Bus>,
) -> impl for<'a> Coroutine<Event<'a>> {
    loop {
        // look for the start of a <bus> element
        while !matches!(co_yield!(), Event::Start("bus")) {}
        let mut bus = Bus::new();
        let mut fragments = String::new();
        // keep the text of the elements in it
        loop {
            match co_yield!() {
                Event::Start(_) => fragments.clear(),
                Event::Text(text) => fragments.push_str(text),
                Event::End("bus") => break,
                Event::End(name) => {
                    bus.insert(name.to_string(), std::mem::take(&mut fragments));
                }
            }
        }
        if target.send(&bus).is_err() {
            return;
        }
    }
}

#[coro::coroutine(prime)]
pub(crate) fn filter_on_field(
    name: &str,
    value: &str,
    mut target: impl for<'b> Coroutine<&'b Bus>,
) -> impl for<'b> Coroutine<&'b Bus> {
    loop {
        let bus = co_yield!();
        if bus.get(name).is_some_and(|field| field == value) && target.send(bus).is_err() {
            return;
        }
    }
}

#[coro::coroutine(prime)]
pub(crate) fn bus_locations(mut show: impl FnMut(String)) -> impl for<'b> Coroutine<&'b Bus> {
    loop {
        let bus = co_yield!();
        show(location(bus));
    }
}

fn location(bus: &Bus) -> String {
    let of = |name| bus.get(name).map_or("?", String::as_str);
    format!(
        "{},{},\"{}\",{},{}",
        of("route"),
        of("id"),
        of("direction"),
        of("latitude"),
        of("longitude")
    )
}

/// Pulling: whoever wants a bus calls for it, and this calls the parser.
fn next_bus(reader: &mut Reader<impl BufRead>, buffer: &mut Vec<u8>) -> Result<Option<Bus>, Error> {
    loop {
        buffer.clear();
        match reader.read_event_into(buffer)? {
            Xml::Start(tag) if tag.name().as_ref() == "bus" => break,
            Xml::Eof => return Ok(None),
            _ => {}
        }
    }
    let mut bus = Bus::new();
    let mut fragments = String::new();
    loop {
        buffer.clear();
        match reader.read_event_into(buffer)? {
            Xml::Start(_) => fragments.clear(),
            Xml::Text(text) => fragments.push_str(&text.xml10_content()),
            Xml::CData(text) => fragments.push_str(&text.xml10_content()),
            Xml::GeneralRef(entity) => fragments.push_str(&resolve(&entity)?),
            Xml::Empty(tag) => {
                bus.insert(tag.name().as_ref().to_string(), String::new());
            }
            Xml::End(tag) if tag.name().as_ref() == "bus" => return Ok(Some(bus)),
            Xml::End(tag) => {
                let name = tag.name().as_ref().to_string();
                bus.insert(name, std::mem::take(&mut fragments));
            }
            Xml::Eof => return Ok(None),
            Xml::Comment(_) | Xml::Decl(_) | Xml::PI(_) | Xml::DocType(_) => {}
        }
    }
}

#[coro::coroutine]
pub(crate) fn buses(document: impl BufRead) -> impl Iterator<Item = Result<Bus, Error>> {
    let mut reader = Reader::from_reader(document);
    let mut buffer = Vec::new();
    while let Some(bus) = next_bus(&mut reader, &mut buffer).transpose() {
        let last = bus.is_err();
        co_yield!(bus);
        if last {
            return;
        }
    }
}

#[coro::coroutine]
pub(crate) fn locations_on_field(
    name: &str,
    value: &str,
    buses: impl Iterator<Item = Result<Bus, Error>>,
) -> impl Iterator<Item = Result<String, Error>> {
    for bus in buses {
        match bus {
            Ok(bus) if bus.get(name).is_some_and(|field| field == value) => {
                co_yield!(Ok(location(&bus)));
            }
            Ok(_) => {}
            Err(error) => co_yield!(Err(error)),
        }
    }
}

/// Two buses in each direction, with all that a text can be made of.
pub(crate) const SMALL: &str = r#"<?xml version="1.0"?>
<!DOCTYPE buses>
<buses>
  <bus id="of no interest">
    <id>7574</id> <route>147</route> <revision/>
    <direction>North Bound</direction>
    <latitude>41.925682067871094</latitude>
    <!-- a comment in between -->
    <longitude>-87.63092803955078</longitude>
  </bus>
  <bus><id>8</id><route>22</route><direction>South Bound</direction></bus>
  <bus>
    <id>7<!-- in the middle -->6</id> <route>Clark &amp; <![CDATA[<Division>]]> &#50;2</route>
    <direction>North <![CDATA[Bound]]></direction>
    <latitude>42.0</latitude> <longitude>-87.7</longitude>
  </bus>
  <bus><direction>East Bound</direction></bus>
</buses>
"#;

fn on_a_small_document() {
    let show = |line: String| print(line);
    let north = filter_on_field("direction", "North Bound", bus_locations(show));
    parse(SMALL.as_bytes(), buses_to_dicts(north)).unwrap();
    let expected = [
        "147,7574,\"North Bound\",41.925682067871094,-87.63092803955078",
        "Clark & <Division> 22,76,\"North Bound\",42.0,-87.7",
    ];
    assert_eq!(printed(), expected);

    let pulled = locations_on_field("direction", "North Bound", buses(SMALL.as_bytes()));
    assert!(pulled.map(Result::unwrap).eq(expected));

    // One that wants no more than two: the source stops.
    #[coro::coroutine(prime)]
    fn two() -> impl for<'b> Coroutine<&'b Bus> {
        for _ in 0..2 {
            let bus = co_yield!();
            print(location(bus));
        }
    }
    parse(SMALL.as_bytes(), buses_to_dicts(two())).unwrap();
    assert_eq!(printed().len(), 2);

    // A document that breaks off is an error of the parser, in both.
    let broken = "<buses><bus><id>1</id></bus><bus></id></bus>";
    let mut ids = Vec::new();
    let all = bus_locations(|line| ids.push(line));
    assert!(parse(broken.as_bytes(), buses_to_dicts(all)).is_err());
    assert_eq!(ids.len(), 1);
    let pulled: Vec<_> = buses(broken.as_bytes()).collect();
    assert!(matches!(&pulled[..], [Ok(_), Err(_)]));
}

/// Writes at least so many bytes of buses; how many there are, and how many of them go north.
pub(crate) fn generate(path: &Path, bytes: usize) -> io::Result<(usize, usize)> {
    let mut out = BufWriter::new(File::create(path)?);
    let directions = ["North Bound", "East Bound", "South Bound", "West Bound"];
    let (mut written, mut count, mut north) = (0, 0, 0);
    let mut state = 1_u32;
    let mut text = String::new();
    writeln!(out, "<?xml version=\"1.0\"?>\n<buses>")?;
    while written < bytes {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let random = (state >> 8) as usize;
        text.clear();
        write!(
            text,
            "  <bus>\n    <id>{}</id>\n    <route>{}</route>\n    <color>#{:06x}</color>\n    \
             <revision/>\n    <direction>{}</direction>\n    <latitude>41.{:06}</latitude>\n    \
             <longitude>-87.{:06}</longitude>\n    <stop>Clark &amp; {} St</stop>\n  </bus>\n",
            1000 + count,
            random % 200,
            random & 0xff_ffff,
            directions[random % 4],
            random % 1_000_000,
            (random * 7) % 1_000_000,
            random % 100,
        )
        .expect("a String takes it");
        out.write_all(text.as_bytes())?;
        written += text.len();
        count += 1;
        north += usize::from(random.is_multiple_of(4));
    }
    writeln!(out, "</buses>")?;
    out.flush()?;
    Ok((count, north))
}

/// A large document, pushed and pulled.
pub(crate) fn on_a_large_document(bytes: usize) {
    let path = env::temp_dir().join(format!("coro-buses-{}.xml", process::id()));
    let (count, north) = generate(&path, bytes).unwrap();
    let size = fs::metadata(&path).unwrap().len();
    assert!(size >= bytes as u64);
    let open = || BufReader::with_capacity(1 << 16, File::open(&path).unwrap());
    let timed = |what: &str, run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        let seconds = start.elapsed().as_secs_f64();
        println!("{what:24} {:6.0} MB/s", size as f64 / 1e6 / seconds);
    };
    println!("{count} buses, {:.1} MB", size as f64 / 1e6);

    let mut events = 0;
    timed("the parser alone", &mut || {
        let mut reader = Reader::from_reader(open());
        let mut buffer = Vec::new();
        while !matches!(reader.read_event_into(&mut buffer).unwrap(), Xml::Eof) {
            buffer.clear();
            events += 1;
        }
    });

    #[coro::coroutine(prime)]
    fn counter(events: &mut u32) -> impl for<'a> Coroutine<Event<'a>> {
        loop {
            let _event = co_yield!();
            *events += 1;
        }
    }
    let mut received = 0;
    timed("a coroutine that counts", &mut || {
        parse(open(), counter(&mut received)).unwrap();
    });
    assert!(received > events / 2, "{received} of {events}");

    let mut pushed = Vec::new();
    timed("pushed", &mut || {
        let locations = bus_locations(|line| pushed.push(line));
        let north = filter_on_field("direction", "North Bound", locations);
        parse(open(), buses_to_dicts(north)).unwrap();
    });
    let mut pulled = Vec::new();
    timed("pulled", &mut || {
        let north = locations_on_field("direction", "North Bound", buses(open()));
        pulled.extend(north.map(Result::unwrap));
    });
    fs::remove_file(&path).unwrap();
    assert_eq!(pushed.len(), north);
    assert!(pushed == pulled);
}

pub(crate) fn main() {
    on_a_small_document();
    on_a_large_document(if cfg!(debug_assertions) {
        1 << 20
    } else {
        32 << 20
    });
}
