import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import type {CaptureConfirmEvent} from 'aiw-voice-widget';

@Component({
  selector: 'app-contact-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Write to us</h1>
    <p>Leave your address, and somebody at Fernhill answers within a day.</p>
    <aiw-capture-pill
      kind="email"
      [status]="address() ? 'stored' : 'open'"
      (aiw-capture-confirm)="take($event)"
    ></aiw-capture-pill>
    @if (address()) {
      <p role="status">Thank you. We write to {{ address() }}.</p>
    }
  `,
})
export class ContactPage {
  protected readonly address = signal('');

  protected take({value}: CaptureConfirmEvent): void {
    this.address.set(value);
  }
}
