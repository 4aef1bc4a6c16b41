// Asks before a verb or a link leaves a form in which something was typed and not saved.
"use strict";
{
  const form = document.querySelector("#content-main > form[id$='_form']");
  let typed = false;
  if (form) {
    form.addEventListener("input", () => { typed = true; });
    form.addEventListener("submit", () => { typed = false; });
    window.addEventListener("beforeunload", (leaving) => {
      if (typed) leaving.preventDefault();
    });
  }
}
