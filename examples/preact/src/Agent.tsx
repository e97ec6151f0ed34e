import type {AiwVoiceWidget} from 'aiw-voice-widget';
import {useLocation} from 'preact-iso';
import {useEffect, useRef} from 'preact/hooks';
import {backendUrl, clientTools, textContents, token} from './agent';

interface Props {
  label: string;
  isMuted: boolean;
  onEvent: (event: Event) => void;
}

/** The widget, with this site's router for guided navigation. */
export function Agent({label, isMuted, onEvent}: Props) {
  const widget = useRef<AiwVoiceWidget>(null);
  const {route} = useLocation();
  useEffect(() => {
    const element = widget.current;
    element?.onNavigate(path => route(path));
    return () => element?.onNavigate(null);
  }, [route]);
  return (
    <aiw-voice-widget
      ref={widget}
      token={token}
      backendUrl={backendUrl}
      clientTools={clientTools}
      textContents={textContents}
      launcherLabel={label}
      start-muted={isMuted}
      onaiw-open={onEvent}
      onaiw-call-start={onEvent}
      onaiw-call-end={onEvent}
      onaiw-message={onEvent}
      onaiw-navigate={onEvent}
    />
  );
}
