import '../orb/orb.define.js';
import '../capture-pill/capture-pill.define.js';
import {AiwComposer} from '../composer/composer.js';
import {AiwFeedback} from '../feedback/feedback.js';
import {AiwMessage} from '../message/message.js';
import {AiwNotice} from '../notice/notice.js';
import {AiwPanelHeader} from '../panel-header/panel-header.js';
import {define} from '../shared/define.js';
import {AiwTalkButton} from '../talk-button/talk-button.js';
import {AiwStage} from '../stage/stage.js';
import {AiwTranscript} from '../transcript/transcript.js';
import {AiwPanel} from './panel.js';

define('aiw-feedback', AiwFeedback);
define('aiw-message', AiwMessage);
define('aiw-panel-header', AiwPanelHeader);
define('aiw-transcript', AiwTranscript);
define('aiw-stage', AiwStage);
define('aiw-notice', AiwNotice);
define('aiw-talk-button', AiwTalkButton);
define('aiw-composer', AiwComposer);
define('aiw-panel', AiwPanel);

declare global {
  interface HTMLElementTagNameMap {
    'aiw-panel': AiwPanel;
    'aiw-panel-header': AiwPanelHeader;
    'aiw-message': AiwMessage;
    'aiw-feedback': AiwFeedback;
    'aiw-transcript': AiwTranscript;
    'aiw-stage': AiwStage;
    'aiw-notice': AiwNotice;
    'aiw-talk-button': AiwTalkButton;
    'aiw-composer': AiwComposer;
  }
}
