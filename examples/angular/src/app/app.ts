import {Component, signal} from '@angular/core';
import {FormsModule} from '@angular/forms';
import {RouterLink, RouterLinkActive, RouterOutlet} from '@angular/router';
import {token} from './agent';
import {VoiceAgent} from './voice-agent';

@Component({
  selector: 'app-root',
  imports: [FormsModule, RouterLink, RouterLinkActive, RouterOutlet, VoiceAgent],
  template: `
    <header>
      @for (link of links; track link.path) {
        <a
          [routerLink]="link.path"
          routerLinkActive
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{exact: true}"
          >{{ link.text }}</a
        >
      }
    </header>
    <main><router-outlet /></main>
    <aside>
      <h2>The widget on this page</h2>
      @if (!token) {
        <p role="alert">
          No widget token. Put it into <code>define</code> in <code>angular.json</code>.
        </p>
      }
      <form>
        <label>Launcher label <input name="label" [(ngModel)]="label" /></label>
        <label><input type="checkbox" name="muted" [(ngModel)]="isMuted" /> Start muted</label>
        <label><input type="checkbox" name="present" [(ngModel)]="isPresent" /> On the page</label>
      </form>
      <output aria-label="Events">{{ events().join(' ') }}</output>
    </aside>
    @if (isPresent()) {
      <app-voice-agent [label]="label()" [isMuted]="isMuted()" (told)="log($event)" />
    }
  `,
})
export class App {
  protected readonly token = token;
  protected readonly links = [
    {path: '/', text: 'Fernhill'},
    {path: '/pricing', text: 'Pricing'},
    {path: '/contact', text: 'Contact'},
  ];
  protected readonly label = signal('Talk to Fernhill');
  protected readonly isMuted = signal(false);
  protected readonly isPresent = signal(true);
  protected readonly events = signal<readonly string[]>([]);

  protected log({type}: Event): void {
    this.events.update(before => [...before, type]);
  }
}
