import { render } from 'preact';
import { Page } from './page/page.tsx';
import { followQuestions } from './state/answer.ts';
import { followChosen } from './state/chosen.ts';
import { followFindings } from './state/findings.ts';
import { followLink } from './state/link.ts';
import { followTheme } from './state/theme.ts';
import './style/fonts.css';
import './style/base.css';
import './style/parts.css';
import './style/page.css';
import './style/asking.css';
import './style/editor.css';
import './style/objects.css';
import './style/plan.css';
import './style/compare.css';
import './style/relations.css';
import './style/manifests.css';
import './style/grammar.css';

followTheme();
followQuestions();
followChosen();
followFindings();
followLink();

const host = document.getElementById('page');
if (host === null) throw new Error('the page has no place for its content');
render(<Page />, host);
