import type {AiwVoiceWidget as WidgetElement} from 'aiw-voice-widget';
import {AiwVoiceWidget} from 'aiw-voice-widget/react';
import {useEffect, useRef} from 'react';
import {useNavigate} from 'react-router';
import {backendUrl, clientTools, textContents, token} from './agent';

export interface AgentSettings {
  label: string;
  muted: boolean;
}

interface Props extends AgentSettings {
  onEvent: (event: Event) => void;
}

/** The widget, with this site's router for guided navigation. */
export function Agent({label, muted, onEvent}: Props) {
  const widget = useRef<WidgetElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const element = widget.current;
    element?.onNavigate(path => navigate(path));
    return () => element?.onNavigate(null);
  }, [navigate]);
  return (
    <AiwVoiceWidget
      ref={widget}
      token={token}
      backendUrl={backendUrl}
      clientTools={clientTools}
      textContents={textContents}
      launcherLabel={label}
      start-muted={muted || undefined}
      onAiwOpen={onEvent}
      onAiwCallStart={onEvent}
      onAiwCallEnd={onEvent}
      onAiwMessage={onEvent}
      onAiwNavigate={onEvent}
    />
  );
}
