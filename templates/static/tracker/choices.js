// Gives Django's autocomplete fields the name of their label, which select2 leaves out.
"use strict";
{
  const parts = ".select2-selection, .select2-selection__rendered, .select2-search__field";
  const name = () => {
    for (const box of document.querySelectorAll("select.admin-autocomplete + .select2-container")) {
      const label = document.querySelector(`label[for="${box.previousElementSibling.id}"]`);
      if (!label) continue;
      const words = label.textContent.trim().replace(/:$/, "");
      for (const part of box.querySelectorAll(parts)) part.setAttribute("aria-label", words);
    }
  };
  // select2 draws its parts again with every choice.
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
}
