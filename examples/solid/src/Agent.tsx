import {useNavigate} from '@solidjs/router';
import type {AiwVoiceWidget} from 'aiw-voice-widget';
import {backendUrl, clientTools, textContents, token} from './agent';

interface Props {
  label: string;
  isMuted: boolean;
  onEvent: (event: Event) => void;
}

/** The widget, with this site's router for guided navigation. */
export function Agent(props: Props) {
  const navigate = useNavigate();
  const useRouter = (widget: AiwVoiceWidget) => widget.onNavigate(path => navigate(path));
  return (
    <aiw-voice-widget
      ref={useRouter}
      token={token}
      backend-url={backendUrl}
      prop:clientTools={clientTools}
      prop:textContents={textContents}
      prop:launcherLabel={props.label}
      bool:start-muted={props.isMuted}
      on:aiw-open={props.onEvent}
      on:aiw-call-start={props.onEvent}
      on:aiw-call-end={props.onEvent}
      on:aiw-message={props.onEvent}
      on:aiw-navigate={props.onEvent}
    />
  );
}
