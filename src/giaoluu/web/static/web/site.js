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

// Single keys press what carries them (data-key): buttons and links are pressed, fields entered, details opened.
// They can be turned off, and never act while somebody types.
const keys = document.querySelector("[data-keys]");
if (keys) {
  keys.checked = localStorage.getItem("keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (typing && event.key === "Escape") event.target.blur();
    if (typing || !keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!found) return;
    event.preventDefault();
    if (found.matches("details")) found.open = !found.open;
    else if (found.matches("input")) found.select();
    else if (found.matches("select")) found.focus();
    else found.click();
  });
  for (const select of document.querySelectorAll("select[data-key]")) select.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); select.form.requestSubmit(); }
  });
  const excerpt = document.querySelector(".excerpt"), mark = document.querySelector(".excerpt mark.chosen");
  if (mark) excerpt.scrollTop = mark.offsetTop - excerpt.offsetTop - excerpt.clientHeight / 3;
}

// A written date is told back as it is understood, while one types the rest.
for (const field of document.querySelectorAll("[data-date]")) {
  field.addEventListener("change", async () => {
    const told = document.getElementById(`${field.id}-understood`);
    const status = document.getElementById("cell-status"), language = document.querySelector("form.entry [name=language]");
    const asked = new URLSearchParams({ text: field.value, status: status ? status.value : "", language: language ? language.value : "", near: field.dataset.near || "" });
    const answer = await fetch(`${field.dataset.date}?${asked}`);
    if (told && answer.ok) told.textContent = await answer.text();
  });
}

// When something was done is told in the reader's own time.
for (const moment of document.querySelectorAll("[data-moment]")) {
  const when = new Date(moment.dateTime), language = document.documentElement.lang;
  const day = { day: "numeric", month: language === "vi" ? "numeric" : "long", year: "numeric" };
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const locale = language === "en" ? "en-GB" : language;
  moment.textContent = `${when.toLocaleDateString(locale, day)} ${when.toLocaleTimeString(locale, time)}`;
}

// What somebody typed is not left without a word, whatever takes them away.
for (const form of document.querySelectorAll("form.entry, form.look")) {
  const leaving = (event) => event.preventDefault();
  form.addEventListener("input", () => window.addEventListener("beforeunload", leaving));
  form.addEventListener("submit", () => window.removeEventListener("beforeunload", leaving));
}

// What is wrong, or what somebody else changed, is read out and seen first.
const wrong = document.querySelector("#wrong, #clash, #likely");
if (wrong) { wrong.tabIndex = -1; wrong.focus(); }

// Ctrl and Enter save from any field.
const save = document.querySelector("[data-save]");
if (save) document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); save.click(); }
});

// The menu closes by Escape, and when one goes on to something outside it.
for (const menu of document.querySelectorAll("details.more")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
}
