// Keeps one version of the page whole: its files are fetched together when it is installed, and a page
// that is open goes on with the files it began with until it is closed.
const VERSION = "BUILD_VERSION";
const FILES = ["BUILD_FILES"];

// Several copies of the page may live on one server, each under its own path.
const PREFIX = `juyao ${self.registration.scope} `;

self.addEventListener("install", (event) => {
  const fetched = FILES.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(PREFIX + VERSION).then((cache) => cache.addAll(fetched)));
});

self.addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(PREFIX) && name !== PREFIX + VERSION;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(self.registration.scope)) return;
  // The page itself, under whatever address it was opened; other pages of the folder are not ours.
  const path = url.slice(self.registration.scope.length).replace(/[?#].*$/, "");
  const wanted = mode === "navigate" && (path === "" || path === "index.html") ? "./" : event.request;
  event.respondWith(
    caches.open(PREFIX + VERSION).then((cache) => cache.match(wanted)).then((found) => found ?? fetch(event.request)),
  );
});
