import 'aiw-voice-widget/define';
import {render} from 'preact';
import {LocationProvider} from 'preact-iso';
import {App} from './App';
import './site.css';

const root = document.querySelector('#root');
if (root) {
  render(
    <LocationProvider>
      <App />
    </LocationProvider>,
    root,
  );
}
