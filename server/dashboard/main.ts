import './app/dashboard.js';

/** The operating system's choice of light or dark, as the controls are told of it. */
const isDark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('wa-dark', isDark.matches);
isDark.addEventListener('change', follow);
follow();
