/* Runs before anything is painted. Gives Material's script the functions that its inline script would define, and puts
   on the colours that the reader chose; readers who chose none get what their device asks for, by CSS alone. */

var __md_scope = new URL(document.currentScript.dataset.pgBase, location);

var __md_hash = (text) => [...text].reduce((hash, character) => (hash << 5) - hash + character.charCodeAt(0), 0);

var __md_get = (key, storage = localStorage, scope = __md_scope) => {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
  } catch {
    return null;
  }
};

var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    /* Storage may be full or forbidden; the choice then lasts as long as the page. */
  }
};

document.documentElement.classList.replace("no-js", "js");
{
  const chosen = __md_get("__scheme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.pgScheme = chosen;
}
