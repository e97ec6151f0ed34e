'use client';

import type {AiwVoiceWidget as WidgetElement} from 'aiw-voice-widget';
import {AiwVoiceWidget} from 'aiw-voice-widget/react';
import {useRouter} from 'next/navigation';
import {useEffect, useRef} from 'react';
import {clientTools, textContents} from '../lib/agent';

interface Props {
  token: string;
  backendUrl: string;
  label: string;
  isMuted: boolean;
  onEvent: (event: Event) => void;
}

/** The widget, with Next.js's router for guided navigation. */
export function Agent({token, backendUrl, label, isMuted, onEvent}: Props) {
  const widget = useRef<WidgetElement>(null);
  const router = useRouter();
  useEffect(() => {
    const element = widget.current;
    element?.onNavigate(path => router.push(path));
    return () => element?.onNavigate(null);
  }, [router]);
  return (
    <AiwVoiceWidget
      ref={widget}
      token={token}
      backendUrl={backendUrl}
      clientTools={clientTools}
      textContents={textContents}
      launcherLabel={label}
      start-muted={isMuted || undefined}
      onAiwOpen={onEvent}
      onAiwCallStart={onEvent}
      onAiwCallEnd={onEvent}
      onAiwMessage={onEvent}
      onAiwNavigate={onEvent}
    />
  );
}
