// What a page leaves behind in the browser, besides cookies.
async () => [
  ...Object.keys(localStorage).map((key) => `local storage: ${key}`),
  ...Object.keys(sessionStorage).map((key) => `session storage: ${key}`),
  ...(await indexedDB.databases()).map((one) => `database: ${one.name}`),
  ...(await caches.keys()).map((key) => `cache: ${key}`),
  ...(await navigator.serviceWorker.getRegistrations()).map((one) => `service worker: ${one.scope}`),
]
