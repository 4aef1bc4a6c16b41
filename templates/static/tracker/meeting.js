// Walks from item to item with the arrow keys, unless somebody is writing.
"use strict";
document.addEventListener("keydown", (pressed) => {
  const names = { ArrowLeft: "prev", ArrowRight: "next" };
  const name = names[pressed.key];
  const busy = pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey;
  if (!name || busy || pressed.target.closest("input, textarea, select, .table-region")) return;
  document.querySelector(`.walk a[rel=${name}]`)?.click();
});
