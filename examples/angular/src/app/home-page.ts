import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import {FormsModule} from '@angular/forms';
import {ORB_STATES, type OrbState} from 'aiw-voice-widget';

@Component({
  selector: 'app-home-page',
  imports: [FormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Plants, workshops and deliveries in one place</h1>
    <p>
      Fernhill is the booking desk and online shop of small garden nurseries. Ask the agent what a
      plan costs, or to take you to the pricing page.
    </p>
    <p>
      <aiw-orb [state]="state()" [level]="0.6"></aiw-orb>
      <label>
        State of the orb
        <select [(ngModel)]="state">
          @for (name of states; track name) {
            <option>{{ name }}</option>
          }
        </select>
      </label>
    </p>
  `,
})
export class HomePage {
  protected readonly states = ORB_STATES;
  protected readonly state = signal<OrbState>('idle');
}
