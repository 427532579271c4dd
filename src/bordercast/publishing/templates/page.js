// The page is whole without this. It adds a search over the claims and a button that copies the citation.
(() => {
  const list = document.getElementById("claim-cards");
  if (list) {
    const box = document.createElement("input");
    box.className = "find"; box.type = "search"; box.placeholder = "Find in the claims";
    box.setAttribute("aria-label", "Find in the claims");
    box.addEventListener("input", () => {
      const wanted = box.value.toLowerCase();
      for (const card of list.children) card.hidden = !card.textContent.toLowerCase().includes(wanted);
    });
    list.before(box);
    addEventListener("hashchange", () => { box.value = ""; for (const card of list.children) card.hidden = false; });
  }
  const cite = document.getElementById("citation");
  if (cite && navigator.clipboard) {
    const button = document.createElement("button");
    button.type = "button"; button.textContent = "Copy"; button.className = "tag";
    button.addEventListener("click", () => navigator.clipboard.writeText(cite.textContent.trim()).then(() => { button.textContent = "Copied"; }));
    cite.after(" ", button);
  }
})();
