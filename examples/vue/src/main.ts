import 'aiw-voice-widget/define';
import {createApp} from 'vue';
import App from './App.vue';
import {router} from './router';
import './site.css';

createApp(App).use(router).mount('#app');
