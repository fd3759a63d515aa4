import type { BlockContext } from './context';
import type { Run } from './runs';

/** Chinese and Korean family names, which stand before the given one. Adding a name here is all that it takes. */
const familyNames = new Set(
  `Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Song Tang Han Feng
  Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Lü Ding Ren Shen Yao Zhong Tan Fan Liao
  Xiong Jin Shi Dai Xia Fang Bai Zou Meng Qin Qiu Hou Kong Cui Kang Mao Duan Wan Qian Xi Hao Gu Lai Wen Pang Gong Shao
  Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Shin Kwon Hwang Ahn Ryu Moon Noh Bae Baek`.split(/\s+/),
);

/** A given name as pinyin or Korean writes it: one to three syllables, perhaps tied by a hyphen. */
const syllables =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|yeo|eun|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|ee|oo|ae|eo|[aeiouü])[nkmp]?-?){1,3}$/;

/** “Zhao Lei”, “Kim Min-ji”: a family name before a given one. */
export function isEasternName({ tokens }: BlockContext, { from, to }: Run): boolean {
  const given = tokens[from + 1]?.text ?? '';
  const isShape = to - from === 2 && familyNames.has(tokens[from]?.text ?? '');
  return isShape && given.length < 12 && syllables.test(given.toLowerCase());
}
