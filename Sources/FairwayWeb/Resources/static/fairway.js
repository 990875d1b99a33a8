"use strict";
// Live progress of the organiser's job; without scripts the page is simply loaded again.
const job = document.getElementById("job");
if (job && window.EventSource) {
  const text = document.getElementById("job-text");
  const bar = document.getElementById("job-bar");
  let wasRunning = false;
  const events = new EventSource(job.dataset.events);
  events.onmessage = (message) => {
    const state = JSON.parse(message.data);
    text.textContent = state.text;
    bar.value = state.percent;
    if (wasRunning && !state.isRunning) {
      events.close();
      window.location.reload();
    }
    wasRunning = state.isRunning;
  };
}
// A filter applies as soon as it is chosen.
for (const list of document.querySelectorAll("form.filters select")) {
  list.addEventListener("change", () => list.form.requestSubmit());
}
// Completions as one types; a fraction of a second without a key asks.
for (const box of document.querySelectorAll("input[data-suggest]")) {
  let timer = 0;
  let asked = "";
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const text = box.value;
      if (text.length < 2 || text === asked) return;
      asked = text;
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}`);
      if (!answer.ok || box.value !== text) return;
      box.list.replaceChildren(...(await answer.json()).map((word) => {
        const option = document.createElement("option");
        option.value = word;
        return option;
      }));
    }, 150);
  });
}
// The regions of the chosen economy only; without scripts all are there, grouped.
for (const regions of document.querySelectorAll(".profile select[name=region]")) {
  const economy = regions.form.elements.economy;
  const groups = [...regions.querySelectorAll("optgroup")];
  const narrow = () => {
    const own = groups.filter((group) => group.dataset.economy === economy.value);
    for (const group of groups) group.remove();
    regions.append(...(economy.value ? own : groups));
    if (!regions.selectedOptions.length) regions.value = "";
  };
  economy.addEventListener("change", narrow);
  narrow();
}
