//! Line icons on a grid of 16.

use yew::prelude::*;

/// A picture on a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the pictures")]
pub enum Icon {
    Check,
    Cross,
    Undo,
    Redo,
    Moon,
    Sun,
    HalfDisc,
    Help,
    Download,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    Page,
    Folder,
    Lock,
    Search,
    Eye,
    Menu,
    Trash,
    Clock,
    Warning,
    Tag,
    ChevronUp,
    Sort,
    Copy,
    Edit,
    Plus,
    More,
    Versions,
}

/// The picture; says nothing to a screen reader.
pub fn icon(icon: Icon) -> Html {
    let shape = match icon {
        Icon::Check => "M3 8.6 6.4 12 13 4.6",
        Icon::Cross => "M4 4l8 8M12 4l-8 8",
        Icon::Undo => "M6 3.4 2.7 6.7 6 10M2.9 6.7h6.3a3.7 3.7 0 0 1 0 7.4H6.6",
        Icon::Redo => "m10 3.4 3.3 3.3L10 10M13.1 6.7H6.8a3.7 3.7 0 0 0 0 7.4h2.6",
        Icon::Moon => "M13.1 9.5A5.5 5.5 0 1 1 6.5 2.9a4.5 4.5 0 0 0 6.6 6.6Z",
        Icon::Sun => {
            "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M3.5 12.5l.8-.8M11.7 4.3l.8-.8"
        }
        Icon::HalfDisc => "M8 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4ZM8 2.4v11.2M8 5h3.4M8 8h5.4M8 11h3.4",
        Icon::Help => {
            "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM6.3 6.5c.2-1 .9-1.6 1.8-1.6 1 0 1.7.7 1.7 1.5 0 1.4-1.8 1.4-1.8 2.7M8 11.2v.2"
        }
        Icon::Download => "M8 2.6v7.6M4.9 7.2 8 10.3l3.1-3.1M2.8 13.4h10.4",
        Icon::ChevronDown => "M4.2 6.2 8 10l3.8-3.8",
        Icon::ChevronRight => "M6.2 4.2 10 8l-3.8 3.8",
        Icon::ChevronLeft => "M9.8 4.2 6 8l3.8 3.8",
        Icon::Page => "M4 2.3h5l3 3v8.4H4zM9 2.5v3h3",
        Icon::Versions => "M6.2 2.3h3.6l2.7 2.7v6.2H6.2zM9.6 2.5V5.2h2.7M3.5 5v8.7h6.2",
        Icon::Folder => "M2.3 12.7V3.8h4l1.4 1.7h6v7.2z",
        Icon::Lock => {
            "M4.6 7.2h6.8a1.4 1.4 0 0 1 1.4 1.4v3.5a1.4 1.4 0 0 1-1.4 1.4H4.6a1.4 1.4 0 0 1-1.4-1.4V8.6a1.4 1.4 0 0 1 1.4-1.4ZM5.4 7V5.2a2.6 2.6 0 0 1 5.2 0V7"
        }
        Icon::Search => "M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4ZM10.2 10.2l3.3 3.3",
        Icon::Eye => {
            "M1.8 8S4 3.9 8 3.9 14.2 8 14.2 8 12 12.1 8 12.1 1.8 8 1.8 8ZM8 6.1a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8Z"
        }
        Icon::Menu => "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
        Icon::Trash => "M3 4.6h10M6.2 4.4V3h3.6v1.4M4.4 4.6l.6 8.4h6l.6-8.4M6.9 7v3.6M9.1 7v3.6",
        Icon::Clock => "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM8 5v3.2l2.2 1.4",
        Icon::Tag => "M2.6 7.4V2.6h4.8l6 6-4.8 4.8zM5.2 5.2v.1",
        Icon::ChevronUp => "M4.2 9.8 8 6l3.8 3.8",
        Icon::Sort => "m5 6 3-3 3 3M5 10l3 3 3-3",
        Icon::Copy => "M6 6h7.4v7.4H6zM10 6V2.6H2.6V10H6",
        Icon::Edit => "M3 13l.7-2.9 7-7 2.2 2.2-7 7zM9.6 4.2l2.2 2.2",
        Icon::Plus => "M8 3.2v9.6M3.2 8h9.6",
        Icon::More => "M3.4 8h.2M7.9 8h.2M12.4 8h.2",
        Icon::Warning => "M8 2.6 14.4 13.4H1.6ZM8 6.6v3.2M8 11.6v.1",
    };
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={shape} /></svg> }
}
