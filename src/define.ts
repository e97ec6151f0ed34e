/** Registers all elements of this package. */
import './elements/capture-pill/capture-pill.define.js';
import './elements/orb/orb.define.js';
import './elements/voice-widget/voice-widget.define.js';
