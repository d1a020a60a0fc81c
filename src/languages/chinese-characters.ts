/** Characters that captions of filings use, as written in Hong Kong and Taiwan and as on the mainland. */
const pairs =
  "資资產产負负債债權权業业務务損损營营銷销費费開开財财稅税項项總总額额計计減减淨净凈净應应佔占歸归屬属東东擁拥匯汇變变動动響响現现價价與与於于籌筹個个間间續续後后賬账帳账貸贷還还撥拨備备盤盘綜综" +
  "併并貨货幣币圓圆歐欧鎊镑萬万億亿攤摊數数證证據据無无轉转結结餘余錄录優优機机構构關关聯联設设廠厂發发儲储積积遞递風风險险監监電电視视話话訊讯購购買买賣卖銀银農农國国內内陸陆灣湾門门區区際际經经" +
  "審审報报來来對对為为爲为從从將将須须預预賠赔償偿處处傭佣勞劳員员職职稱称標标準准類类別别級级層层會会議议長长號号頁页圖图線线網网絡络軟软體体顯显兌兑換换絕绝維维護护協协條条潤润虧亏歷历曆历師师" +
  "讓让該该認认試试詳详誤误調调論论許许責责質质贊赞讀读釋释鎖锁錢钱錯错鏈链閉闭閱阅陳陈隨随難难離离領领頭头題题願愿顧顾驗验黃黄點点齊齐齡龄龍龙佈布倉仓儘尽兩两冊册劃划劑剂勵励單单嚴严團团圍围執执" +
  "場场塊块墊垫壞坏壓压壽寿夠够實实寫写導导屆届帶带幫帮幹干庫库廣广彙汇彌弥徵征態态慮虑憑凭戶户擔担擬拟擴扩擊击攜携敗败敘叙斷断時时暫暂書书極极樓楼樣样樹树橫横檢检欄栏歲岁殘残毀毁氣气決决沒没況况" +
  "涼凉測测滯滞滿满潛潜煉炼熱热爭争牆墙狀状獎奖獨独獲获環环畫画異异當当療疗盡尽礎础禮礼種种穩稳節节築筑簡简簽签約约紅红納纳純纯紙纸紡纺細细終终組组絲丝給给統统綠绿緊紧緒绪緩缓練练縣县績绩織织罰罚" +
  "義义習习聖圣聞闻聲声聽听脫脱臨临舉举舊旧艙舱艦舰藝艺藥药虛虚術术衛卫裝装補补製制複复見见規规覺觉觀观觸触訂订討讨訓训記记訟讼註注評评詢询誠诚課课請请諾诺講讲謝谢識识譯译豐丰貝贝貢贡販贩貫贯貴贵" +
  "貿贸賃赁賓宾賞赏賦赋賺赚贈赠跡迹踐践車车軌轨軍军較较載载輔辅輕轻輛辆輪轮輸输辦办運运過过達达違违遠远適适選选遷迁邊边鄉乡郵邮醫医釐厘針针鋼钢鐵铁閒闲階阶陰阴陽阳隱隐雙双雜杂雲云靈灵靜静頂顶順顺" +
  "飛飞飲饮飾饰館馆馬马駐驻驅驱魚鱼鳥鸟麗丽麼么黨党齒齿専专專专復复鐘钟園园邏逻";

const simplified = new Map<string, string>();
for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs.charAt(i), pairs.charAt(i + 1));

/** Traditional characters as simplified ones, and 之 as 的: one spelling for the vocabulary and the filing. */
export function inOneScript(text: string): string {
  let folded = "";
  for (const character of text) folded += simplified.get(character) ?? character;
  return folded.replaceAll("之", "的").replaceAll("丶", "、");
}
