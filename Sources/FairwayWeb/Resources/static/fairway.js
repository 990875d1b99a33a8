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
