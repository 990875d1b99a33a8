"use strict";
// Live progress of the organiser's job; without scripts the page is simply loaded again.
const job = document.getElementById("job");
if (job && window.EventSource) {
  const text = document.getElementById("job-text");
  const bar = document.getElementById("job-bar");
  const cancel = document.getElementById("job-cancel");
  let wasRunning = false;
  const events = new EventSource(job.dataset.events);
  events.onmessage = (message) => {
    const state = JSON.parse(message.data);
    text.textContent = state.text;
    bar.value = state.percent;
    cancel.hidden = !state.isRunning;
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
// Headings for a product as one describes it, while it has no code; without scripts a button asks for them.
for (const box of document.querySelectorAll(".proposals")) {
  const row = box.dataset.row;
  const fields = [...box.closest("form").elements];
  const code = fields.find((field) => field.name === `${row}-hs`);
  const texts = fields.filter((field) =>
    field.name.startsWith(`${row}-name_`) || field.name.startsWith(`${row}-about_`));
  const list = box.querySelector("ul");
  const status = box.querySelector("[role=status]");
  let timer = 0;
  let asked = "";
  const entry = ({ heading, name, reason }) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const strong = document.createElement("strong");
    const small = document.createElement("small");
    button.type = "button";
    button.className = "quiet";
    button.dataset.heading = heading;
    strong.textContent = heading;
    small.textContent = reason;
    button.append(strong, ` ${name}`);
    item.append(button, " ", small);
    return item;
  };
  const ask = async () => {
    const text = texts.map((field) => field.value.trim()).filter(Boolean).join(" ").slice(0, 500);
    if (text.length < 2 || text === asked) return;
    asked = text;
    const answer = await fetch(`/search/headings?q=${encodeURIComponent(text)}`);
    if (!answer.ok || asked !== text) return;
    const { proposals, none } = await answer.json();
    list.replaceChildren(...proposals.map(entry));
    status.textContent = proposals.length ? "" : none;
  };
  for (const field of texts) {
    field.addEventListener("input", () => {
      clearTimeout(timer);
      if (!code.value) timer = setTimeout(ask, 300);
    });
  }
  box.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.heading) {
      code.value = button.dataset.heading;
      code.focus();
    } else {
      asked = "";
      ask();
    }
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
