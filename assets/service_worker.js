// Keeps one whole build of Waymark in this browser and answers with it, so that the app opens without a network and never
// runs on files of two builds. It sends nothing anywhere and holds no word a person wrote, but for a file on its way in.

/** The digest of each file of this build, as `fetch` checks it. Written in when the app is built. */
const FILES = {};
/** Named after everything in this build, and this program. Written in when the app is built. */
const BUILD = '';

const SCOPE = new URL('./', self.location.href);
/** As `src/browser/app_prefix.rs` has it: other copies of Waymark may be at other paths of this origin. */
const PREFIX = `waymark:${SCOPE.pathname.replaceAll(':', '%3A')}:`;
const CACHE = `${PREFIX}build:${BUILD}`;
/** For one file that another app shares with this one: `src/browser/shared_file.rs` takes it out. */
const SHARED = `${PREFIX}shared`;
const SHARE_TARGET = 'share-target';
/** What is at the address of the folder. Some hosts do not give it under its own name. */
const PAGE = 'index.html';

self.addEventListener('install', (event) => event.waitUntil(keepThisBuild()));
self.addEventListener('activate', (event) => event.waitUntil(dropOtherBuilds()));
self.addEventListener('fetch', (event) => {
    const { request } = event;
    const name = nameOf(request.url);
    if (request.method === 'POST' && name === SHARE_TARGET) event.respondWith(takeShared(request));
    if (request.method === 'GET' && Object.hasOwn(FILES, name)) event.respondWith(answer(request, name));
});
// Without this word, which the person's press sends, a new build waits until no page of the old one is open.
self.addEventListener('message', (event) => {
    if (event.data === 'take over') self.skipWaiting();
});

/** Nothing is kept before everything is here and is what this build is made of: a host may be in the midst of an upload. */
async function keepThisBuild() {
    const files = await Promise.all(Object.keys(FILES).map(async (name) => [addressOf(name), await fetched(name)]));
    // The host may have gone back to the build that is open now: that one's cache is in use.
    const isNew = !(await caches.has(CACHE));
    try {
        const cache = await caches.open(CACHE);
        await Promise.all(files.map(([address, file]) => cache.put(address, file)));
    } catch (error) {
        if (isNew) await caches.delete(CACHE);
        throw error;
    }
}

/** From the browser's own store if it has the very file, as right after the first visit; else from the host. */
async function fetched(name) {
    const fetchAs = (cache) => fetch(addressOf(name), { cache, integrity: FILES[name] });
    const response = await fetchAs('default').catch(() => fetchAs('reload'));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    // Built anew, since a page refuses an answer that was redirected. These headers say how it came, not what it is.
    const headers = new Headers(response.headers);
    for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
    return new Response(await response.blob(), { headers });
}

async function dropOtherBuilds() {
    const isOther = (name) => name.startsWith(`${PREFIX}build:`) && name !== CACHE;
    await Promise.all((await caches.keys()).filter(isOther).map((name) => caches.delete(name)));
}

async function answer(request, name) {
    return (await caches.match(addressOf(name), { cacheName: CACHE })) ?? fetch(request);
}

/** Keeps the file for the page that opens next, which shows what would come in before anything is changed. */
async function takeShared(request) {
    const form = await request.formData().catch(() => new FormData());
    const file = form.get('file');
    const cache = await caches.open(SHARED);
    await cache.delete(SCOPE);
    if (file instanceof File) await cache.put(SCOPE, new Response(file));
    return Response.redirect(new URL('#/opened', SCOPE), 303);
}

function addressOf(name) {
    return new URL(name === PAGE ? '' : name, SCOPE).href;
}

/** Under which name this build would have it; nothing for what lies outside of the app's folder. */
function nameOf(address) {
    const { origin, pathname } = new URL(address);
    if (origin !== SCOPE.origin || !pathname.startsWith(SCOPE.pathname)) return undefined;
    return pathname.slice(SCOPE.pathname.length) || PAGE;
}
