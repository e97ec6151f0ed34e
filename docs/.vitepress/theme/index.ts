/** The default theme with the system's own fonts: the site asks nobody else for anything. */
import DefaultTheme from 'vitepress/theme-without-fonts';
import './style.css';

export default DefaultTheme;
