import {bootstrapApplication} from '@angular/platform-browser';
import {provideRouter} from '@angular/router';
import 'aiw-voice-widget/define';
import {App} from './app/app';
import {routes} from './app/routes';

// Without zone.js, as is Angular's default: signals say what has changed.
await bootstrapApplication(App, {providers: [provideRouter(routes)]});
