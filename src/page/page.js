// The page that takes filings: it hands them to the program in a worker and shows the report that comes back, in a
// frame that may do nothing but run the script of the report. Nothing is fetched, sent or kept.
(() => {
  const byId = (id) => document.getElementById(id);
  const state = byId("state");
  const start = byId("start");
  const stop = byId("stop");
  const report = byId("report");
  const saves = [...document.querySelectorAll("a.save")];
  const program = URL.createObjectURL(new Blob([byId("program").textContent], { type: "text/javascript" }));
  /** Bytes that kc-check reads of one file. */
  const largest = 512 * 1024 * 1024;

  let worker = null;

  const rest = (said) => {
    worker?.terminate();
    worker = null;
    stop.hidden = true;
    state.textContent = said;
  };

  const offer = (texts) => {
    for (const link of saves) {
      URL.revokeObjectURL(link.href);
      link.href = URL.createObjectURL(new Blob([texts[link.dataset.of]], { type: link.type }));
      link.hidden = false;
    }
  };

  const show = (texts, count) => {
    report.srcdoc = texts.html;
    report.hidden = false;
    start.hidden = true;
    offer(texts);
    rest(`${count} ${count === 1 ? "file" : "files"} checked`);
  };

  const check = async (files) => {
    if (files.length === 0) return;
    const tooLarge = files.find(({ size }) => size > largest);
    if (tooLarge) {
      rest(`${tooLarge.name} is larger than the 512 MB that kc-check reads; split it into single filings`);
      return;
    }
    rest("Opening …");
    const own = new Worker(program);
    worker = own;
    stop.hidden = false;
    own.addEventListener("message", ({ data }) => {
      if (data.kind === "done") show(data, files.length);
      else state.textContent = `Checking ${data.path} (${data.number} of ${files.length}) …`;
    });
    own.addEventListener("error", (event) =>
      rest(`The check ended early: ${event.message || "the program could not be started"}`),
    );
    const read = [];
    for (const file of files) {
      try {
        read.push({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        if (worker === own) rest(`${file.name} could not be read; choose files, not folders`);
        return;
      }
    }
    if (worker === own)
      own.postMessage(
        { files: read },
        read.map(({ bytes }) => bytes.buffer),
      );
  };

  const pick = byId("pick");
  pick.addEventListener("change", () => {
    const files = [...pick.files];
    // The same file may be chosen again once it has been changed.
    pick.value = "";
    check(files);
  });
  stop.addEventListener("click", () => rest("Stopped"));

  const over = (isOver) => document.documentElement.classList.toggle("over", isOver);
  addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) over(false);
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    check([...event.dataTransfer.files]);
  });
})();
