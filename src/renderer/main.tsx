import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './ui/tokens.css';
import './ui/controls.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { connectWindow } from './app/connect-window';
import { startApp } from './session/app-session';
import { openArticle } from './session/article-session';
import { tell } from './session/notices';

// Main is asked before anything is drawn: both then work at the same time.
connectWindow();
void startApp().then((start) => {
  if (start?.lastArticle) void openArticle(start.lastArticle);
  if (start?.recovered) tell('app.save.recovered');
});

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
