// Within an article, a link to #c7 marks every piece of that claim, not only the first.
"use strict";
function choose() {
  const found = /^#c(\d+)$/.exec(location.hash);
  if (!found) return;
  for (const mark of document.querySelectorAll("mark.chosen")) mark.classList.remove("chosen");
  const pieces = document.querySelectorAll(`mark[data-claims~="${found[1]}"]`);
  for (const mark of pieces) mark.classList.add("chosen");
  if (pieces.length) pieces[0].scrollIntoView({ block: "center" });
}
window.addEventListener("hashchange", choose);
choose();
