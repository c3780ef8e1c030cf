//! The page.

fn main() {
    juyao::web::app::mount();
}
