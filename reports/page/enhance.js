/* global document, location, navigator, window, setTimeout */
// Conveniences only: the page says everything without this script.
'use strict';

{
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** Opens what a deep link points into. */
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let element = target; element; element = element.parentElement) {
      if (element.tagName === 'DETAILS') element.open = true;
    }
    target?.scrollIntoView();
  };

  const addCopyButtons = () => {
    if (!navigator.clipboard) return;
    for (const code of all('[data-copy]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Copy';
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = 'Copied';
        setTimeout(() => (button.textContent = 'Copy'), 2000);
      });
      code.closest('.curl').prepend(button);
    }
  };

  const addFilter = () => {
    const form = document.querySelector('[data-filter]');
    if (!form) return;
    const text = form.querySelector('[data-filter-text]');
    const state = form.querySelector('[data-filter-state]');
    const rows = all('[data-state]');
    const apply = () => {
      const words = text.value.toLowerCase().split(/\s+/);
      for (const row of rows) {
        const content = row.textContent.toLowerCase();
        const matches = words.every((word) => content.includes(word));
        row.hidden = !matches || (state.value !== '' && row.dataset.state !== state.value);
      }
      const active = text.value.trim() !== '' || state.value !== '';
      for (const group of all('details.group')) {
        const shown = all('[data-state]', group).some((row) => !row.hidden);
        group.hidden = !shown;
        if (active && shown) group.open = true;
      }
      const shown = rows.filter((row) => !row.hidden).length;
      form.querySelector('[data-filter-count]').textContent = active ? `${shown} of ${rows.length}` : '';
    };
    text.addEventListener('input', apply);
    state.addEventListener('input', apply);
    form.hidden = false;
  };

  /** Long bodies scroll by themselves: what is marked in them should be in sight. */
  const showMarks = () => {
    for (const mark of all('.excerpt mark')) {
      const show = () => (mark.closest('pre').scrollTop = mark.offsetTop - 120);
      mark.closest('details').addEventListener('toggle', show);
      show();
    }
  };

  /** Paper cannot be unfolded. */
  const unfoldForPrint = () => {
    let folded = [];
    window.addEventListener('beforeprint', () => {
      folded = all('details:not([open], .twin, .screen-only)');
      for (const details of folded) details.open = true;
    });
    window.addEventListener('afterprint', () => {
      for (const details of folded) details.open = false;
    });
  };

  addCopyButtons();
  addFilter();
  showMarks();
  unfoldForPrint();
  window.addEventListener('hashchange', reveal);
  if (location.hash !== '') reveal();
}
