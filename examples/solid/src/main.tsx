import {Route, Router} from '@solidjs/router';
import 'aiw-voice-widget/define';
import {render} from 'solid-js/web';
import {App} from './App';
import {Contact} from './pages/Contact';
import {Home} from './pages/Home';
import {Pricing} from './pages/Pricing';
import './site.css';

const root = document.querySelector('#root');
if (root) {
  render(
    () => (
      <Router root={App}>
        <Route path="/" component={Home} />
        <Route path="/pricing" component={Pricing} />
        <Route path="/contact" component={Contact} />
      </Router>
    ),
    root,
  );
}
