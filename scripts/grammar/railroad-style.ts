/** The look of the diagrams, light, and dark for those who prefer that. */
export const STYLE = `svg {
  color-scheme: light dark; background: var(--page);
  --page: #ffffff; --ink: #1f2328; --faint: #59636e; --line: #818b98;
  --text: #dafbe1; --text-line: #1a7f37;
  --rule: #ddf4ff; --rule-line: #0969da;
  --characters: #fff8c5; --characters-line: #9a6700;
}
@media (prefers-color-scheme: dark) {
  svg {
    --page: #0d1117; --ink: #e6edf3; --faint: #9198a1; --line: #656c76;
    --text: #12261e; --text-line: #3fb950;
    --rule: #121d2f; --rule-line: #58a6ff;
    --characters: #272115; --characters-line: #d29922;
  }
}
.page { fill: var(--page); }
path { fill: none; stroke: var(--line); stroke-width: 2; }
rect { stroke-width: 1.5; }
text { fill: var(--ink); font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
g text { text-anchor: middle; font-size: 13px; }
g.text > rect { fill: var(--text); stroke: var(--text-line); }
g.rule > rect { fill: var(--rule); stroke: var(--rule-line); }
g.characters > rect { fill: var(--characters); stroke: var(--characters-line); }
g.text > text { font-weight: 600; }
.title { font: 600 24px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
.heading { font-size: 16px; font-weight: 600; }
.remark { fill: var(--faint); font: 13px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
`;
