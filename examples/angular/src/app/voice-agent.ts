import {
  afterNextRender,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  output,
  viewChild,
  type ElementRef,
} from '@angular/core';
import {Router} from '@angular/router';
import type {AiwVoiceWidget} from 'aiw-voice-widget';
import {backendUrl, clientTools, textContents, token} from './agent';

/** The widget, with Angular's router for guided navigation. */
@Component({
  selector: 'app-voice-agent',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <aiw-voice-widget
      #widget
      [token]="token"
      [backendUrl]="backendUrl"
      [clientTools]="clientTools"
      [textContents]="textContents"
      [launcherLabel]="label()"
      [attr.start-muted]="isMuted() ? '' : null"
      (aiw-open)="told.emit($event)"
      (aiw-call-start)="told.emit($event)"
      (aiw-call-end)="told.emit($event)"
      (aiw-message)="told.emit($event)"
      (aiw-navigate)="told.emit($event)"
    ></aiw-voice-widget>
  `,
})
export class VoiceAgent {
  readonly label = input.required<string>();
  readonly isMuted = input(false);
  readonly told = output<Event>();

  protected readonly token = token;
  protected readonly backendUrl = backendUrl;
  protected readonly clientTools = clientTools;
  protected readonly textContents = textContents;
  private readonly widget = viewChild.required<ElementRef<AiwVoiceWidget>>('widget');
  private readonly router = inject(Router);

  constructor() {
    afterNextRender(() => {
      this.widget().nativeElement.onNavigate(path => this.router.navigateByUrl(path));
    });
  }
}
