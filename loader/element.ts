/** One module that registers the elements, for `<script type="module">`. */
import '../src/define.js';

// Keeps the launcher in the tag's own entry chunk: one request fewer before the orb is there.
export {createWidget} from './embed.js';
