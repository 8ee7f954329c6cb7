//! Dates in Chinese news: figures and Han numerals, what follows a day, and what only looks like a date.

use super::dateslots::{SLOTS, clock, numeric};
use crate::{
    kind::date::{
        Cue, Reader, Sentence, SlotReader, Stated, Text, Verdict, WeekdayForm, Words, Year, ends_with, has,
        readers::{digit, figures, time},
    },
    lexicon::Table,
    text::{Block, is_han},
    value::DateModifier,
};

/// Reads them.
#[derive(Debug)]
pub(crate) struct Dates;

/// What a Han numeral stands for, one character alone.
pub(super) fn han_digit(c: char) -> Option<i64> {
    Some(match c {
        '〇' | 'O' | 'o' => 0,
        '一' | '壹' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Han digits in a row, read as figures: 一九九三.
pub(super) fn positional(block: &Block<'_>, at: usize, len: usize) -> Option<(usize, i64)> {
    let mut value = 0;
    for i in 0..len {
        // A Latin O stands for 〇 between Han digits only.
        let c = block.get(at + i);
        if i == 0 && matches!(c, 'O' | 'o') {
            return None;
        }
        value = value * 10 + han_digit(c)?;
    }
    (han_digit(block.get(at + len)).is_none() && block.get(at + len) != '十').then_some((at + len, value))
}

/// A Han numeral up to 99: 三, 十二, 二十五, 廿五, 卅.
pub(super) fn counted(block: &Block<'_>, at: usize) -> Option<(usize, i64)> {
    let small = |i: usize| han_digit(block.get(i)).filter(|&d| d > 0 && is_han(block.get(i)));
    let tens = match block.get(at) {
        '十' | '拾' => Some((at + 1, 10)),
        '廿' => Some((at + 1, 20)),
        '卅' => Some((at + 1, 30)),
        _ => small(at).filter(|_| matches!(block.get(at + 1), '十' | '拾')).map(|d| (at + 2, 10 * d)),
    };
    let (end, value) = match tens {
        Some((end, tens)) => small(end).map_or((end, tens), |d| (end + 1, tens + d)),
        None => (at + 1, small(at)?),
    };
    let more = han_digit(block.get(end)).is_some() || matches!(block.get(end), '十' | '拾' | '百' | '千');
    (!more).then_some((end, value))
}

/// A number in figures or Han numerals within a range.
pub(super) fn number(
    block: &Block<'_>,
    at: usize,
    range: std::ops::RangeInclusive<i64>,
) -> Option<(usize, i64)> {
    figures(block, at, 2).or_else(|| counted(block, at)).filter(|(_, n)| range.contains(n))
}

/// Words between the two ends of a range.
pub(super) fn range_word(block: &Block<'_>, at: usize) -> Option<usize> {
    let mut at = at;
    while block.get(at) == ' ' {
        at += 1;
    }
    let end = match block.get(at) {
        '至' | '到' | '~' | '-' => at + 1,
        '—' => at + if block.get(at + 1) == '—' { 2 } else { 1 },
        '直' if matches!(block.get(at + 1), '至' | '到') => at + 2,
        _ => return None,
    };
    // Three dashes are a dash between titles.
    (!matches!(block.get(end), '—' | '-')).then_some(end)
}

pub(super) fn list_word(block: &Block<'_>, at: usize) -> Option<usize> {
    matches!(block.get(at), '、' | '和' | '与' | '及' | '或' | ',' | '/').then_some(at + 1)
}

const SPACES: usize = 2;

/// Characters of a clause that are looked through to each side of a date.
const CLAUSE: usize = 60;

pub(super) fn skip_spaces(block: &Block<'_>, at: usize) -> usize {
    at + (0..SPACES).take_while(|i| block.get(at + i) == ' ').count()
}

/// Whether one of the words stands at `at`.
pub(super) fn any(block: &Block<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().any(|w| has(block, at, w))
}

/// Whether one of the words ends before `at`.
pub(super) fn any_before(block: &Block<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().any(|w| ends_with(block, at, w))
}

/// Whether a month from `least` on and a day follow, in figures and with their signs.
fn whole_day(block: &Block<'_>, at: usize, least: i64) -> bool {
    let month = figures(block, at, 2).filter(|(end, n)| (least..=12).contains(n) && block.get(*end) == '月');
    let day = month.and_then(|(end, _)| figures(block, end + 1, 2));
    day.is_some_and(|(end, n)| (1..=31).contains(&n) && matches!(block.get(end), '日' | '号'))
}

impl Reader for Dates {
    fn may_start(&self, block: &Block<'_>, at: usize) -> bool {
        let c = block.get(at);
        if c.is_ascii_digit() {
            // Inside a number there is no date, unless what follows can be nothing else: 1.6月6日 in a list.
            let before = block.before(at);
            if before.is_ascii_digit() {
                return whole_day(block, at, 10);
            }
            if matches!(before, '.' | ',' | ':') && at > 1 && block.before(at - 1).is_ascii_digit() {
                return whole_day(block, at, 1);
            }
            return !before.is_ascii_alphabetic() || numeric(block, at).is_some();
        }
        // Q3, H1
        let letter = || c.is_ascii_alphabetic() && !block.before(at).is_ascii_alphanumeric();
        is_han(c) || matches!(c, '"' | '\'') || letter()
    }

    fn slots(&self) -> &'static [SlotReader] {
        SLOTS
    }

    fn tail(&self, words: &Words, text: Text<'_>, end: usize, stated: &mut Stated) -> usize {
        let block = text.block;
        if !stated.is_day() || stated.numeric && block.get(end) != ' ' {
            return end;
        }
        let mut end = end;
        if stated.weekday.is_none() && !stated.headline {
            let at = skip_spaces(block, end);
            let open = usize::from(block.get(at) == '(');
            let weekday = text.longest(Table::Weekdays, at + open);
            if let Some(entry) = weekday {
                let close = usize::from(block.get(entry.at) == ')');
                if open == close {
                    if let Some(&day) = words.weekdays.get(entry.row as usize) {
                        stated.weekday = Some((day, WeekdayForm::ThisWeek));
                    }
                    end = entry.at + close;
                }
            }
        }
        let at = skip_spaces(block, end);
        if let Some(entry) = text.longest(Table::Dayparts, at) {
            let other = match (entry.at - at, block.get(at), block.get(entry.at)) {
                (1, '早', next) => matches!(
                    next,
                    '些' | '已' | '就' | '期' | '在' | '餐' | '有' | '前' | '逝' | '日' | '报' | '教' | '稻'
                ),
                (1, '晚', next) => matches!(
                    next,
                    '些' | '于' | '报' | '年' | '婚' | '期' | '会' | '宴' | '餐' | '清' | '辈' | '稻' | '点'
                ),
                (1, '晨', next) => matches!(next, '报' | '练' | '曦' | '光'),
                (1, '夜', next) => matches!(next, '景' | '校' | '市' | '总'),
                _ => false,
            };
            if !other {
                stated.part = words.parts.get(entry.row as usize).copied();
                end = entry.at;
            }
        }
        let at = skip_spaces(block, end);
        if let Some((to, (hour, minute))) = clock(block, at) {
            stated.time = time(hour, minute);
            end = to;
        }
        end
    }

    fn judge(&self, _: &Words, text: Text<'_>, start: usize, end: usize, stated: &Stated) -> Verdict {
        if fits(text, start, end, stated) { Verdict::Taken } else { Verdict::Homonym }
    }

    fn range_word(&self, block: &Block<'_>, _: usize, at: usize) -> Option<usize> {
        range_word(block, at).map(|end| skip_spaces(block, end))
    }

    fn is_dateline(&self, block: &Block<'_>, start: usize, end: usize) -> bool {
        let at = skip_spaces(block, end);
        let wired = match block.get(at) {
            '电' => !matches!(
                block.get(at + 1),
                '话' | '影'
                    | '视'
                    | '力'
                    | '子'
                    | '脑'
                    | '价'
                    | '网'
                    | '动'
                    | '商'
                    | '台'
                    | '器'
                    | '灯'
                    | '梯'
                    | '信'
                    | '气'
                    | '站'
                    | '厂'
                    | '缆'
            ),
            '讯' => true,
            '专' => block.get(at + 1) == '电',
            '综' => any(block, at, &["综合电", "综合讯", "综合消息"]),
            '消' => block.get(at + 1) == '息',
            _ => false,
        };
        let opens = start == 0 || block.get(start - 1) == '\n';
        wired
            && (opens
                || (start.saturating_sub(24)..start)
                    .any(|i| matches!(block.get(i), '社' | '报' | '网' | '台')))
    }

    fn modifier(&self, _: &Words, text: Text<'_>, start: usize, end: usize) -> Option<DateModifier> {
        let block = text.block;
        let mut end = end;
        while matches!(block.get(end), ' ') {
            end += 1;
        }
        if any(block, end, &["以来", "至今", "迄今"]) {
            return Some(DateModifier::Since);
        }
        if any(block, end, &["以前", "之前", "前夕"])
            || block.get(end) == '前' && !any(block, end, &["前后", "前往", "前来", "前去", "前首", "前总"])
        {
            return Some(DateModifier::Before);
        }
        if any(block, end, &["以后", "之后"]) || block.get(end) == '后' {
            return Some(DateModifier::After);
        }
        if any(block, end, &["前后", "左右", "上下"]) || about(block, start) {
            return Some(DateModifier::Approximate);
        }
        if any_before(block, start, &["截至", "截止", "截止到", "截至到"]) {
            return Some(DateModifier::Until);
        }
        // 直到去年才: not before.
        if any_before(block, start, &["直到", "直至"]) {
            let stop = |c: char| matches!(c, '。' | ';' | '!' | '?' | '\n' | '\0');
            let late =
                (end..end + CLAUSE / 2).take_while(|&i| !stop(block.get(i))).any(|i| block.get(i) == '才');
            if late {
                return None;
            }
            return Some(DateModifier::Until);
        }
        if block.get(end) == '起' && !any(block, end, &["起义", "起草", "起诉", "起飞", "起点", "起火"])
        {
            return Some(DateModifier::Since);
        }
        None
    }

    fn is_compared(&self, _: &Words, text: Text<'_>, start: usize, end: usize) -> bool {
        let block = text.block;
        has(block, end, "同期") || has(block, end, "同月") || matches!(block.before(start), '比' | '较')
    }

    fn cue(&self, _: &Words, text: Text<'_>, _: &Sentence, start: usize, end: usize) -> Cue {
        let block = text.block;
        let ahead = any_before(
            block,
            start,
            &[
                "将于",
                "将在",
                "拟于",
                "定于",
                "将从",
                "将自",
                "计划于",
                "计划在",
                "预计",
                "预计在",
                "预计于",
                "有望在",
                "有望于",
            ],
        ) || any(block, end, &["将", "起将", "后将"])
            && !any(block, end, &["将军", "将士", "将领"]);
        if ahead {
            Cue::Ahead
        } else if any_before(block, start, &["早在", "已于", "已在", "曾于", "曾在"]) {
            Cue::Behind
        } else {
            // News reports, unless a word for the future says otherwise.
            let stop = |i: &usize| matches!(block.get(*i), ',' | '。' | ';' | '!' | '?' | '\n' | '\0');
            let from = (start.saturating_sub(CLAUSE)..start)
                .rev()
                .find(stop)
                .map_or(start.saturating_sub(CLAUSE), |i| i + 1);
            let next = end + usize::from(block.get(end) == ',');
            let to = (next..next + CLAUSE).find(stop).unwrap_or(next + CLAUSE);
            let future = (from..to).any(|i| match block.get(i) {
                '将' | '拟' => true,
                '预' => block.get(i + 1) == '计',
                '有' => block.get(i + 1) == '望',
                '届' => block.get(i + 1) == '时',
                '定' => block.get(i + 1) == '于',
                '计' => has(block, i, "计划于") || has(block, i, "计划在"),
                '准' => block.get(i + 1) == '备',
                '明' => block.get(i + 1) == '年',
                _ => false,
            });
            if future { Cue::None } else { Cue::Report }
        }
    }
}

/// Whether a title that began within reach is still open.
fn in_title(block: &Block<'_>, at: usize) -> bool {
    for i in (at.saturating_sub(40)..at).rev() {
        match block.get(i) {
            '《' | '〈' => return true,
            '》' | '〉' | '\n' | '。' => return false,
            _ => {}
        }
    }
    false
}

/// Whether the date is one of a series that 每 opens: 每年5、6月, 每年3月5日至10日.
fn every(block: &Block<'_>, start: usize) -> bool {
    let part = |c: char| {
        c.is_ascii_digit()
            || han_digit(c).is_some()
            || matches!(
                c,
                '、' | '年'
                    | '月'
                    | '日'
                    | '号'
                    | '周'
                    | '至'
                    | '到'
                    | '-'
                    | '—'
                    | '的'
                    | '和'
                    | '与'
                    | '及'
                    | '十'
            )
    };
    let first = (start.saturating_sub(12)..start).rev().find(|&i| !part(block.get(i)));
    first.is_some_and(|i| matches!(block.get(i), '每' | '逢'))
}

/// Whether 年 and what follows at `at` make a number before it a year of the Republic, and no length of time.
pub(super) fn of_the_republic(block: &Block<'_>, at: usize) -> bool {
    let month = number(block, at + 1, 1..=12).is_some_and(|(end, _)| block.get(end) == '月');
    block.get(at) == '年' && (month || matches!(block.get(at + 1), '度' | '第'))
}

/// Whether the months counted from the first of the year are those of a statistic: 前五个月进出口增长; not the first
/// months of something else.
fn tallied(block: &Block<'_>, start: usize, end: usize) -> bool {
    let heads = !is_han(block.before(start)) && !block.before(start).is_ascii_alphanumeric();
    let counted = block.get(end - 2) == '个' && !matches!(block.get(end), '的' | '内' | '里' | '就');
    let stop = |c: char| matches!(c, '。' | ';' | '\n' | '\0');
    heads
        && counted
        && (end..end + CLAUSE / 2).take_while(|&i| !stop(block.get(i))).any(|i| {
            let words = [
                "同比",
                "按年",
                "年增",
                "累计",
                "进出口",
                "外贸",
                "全国",
                "全省",
                "全市",
                "销量",
                "产量",
                "营收",
                "税收",
                "零售",
                "工业",
                "财政",
                "货物",
            ];
            any(block, i, &words)
        })
}

/// Whether a day of the week is one of opening hours, which come again each week: 周一至周五9时开放, 周一闭馆.
fn opens(block: &Block<'_>, start: usize, end: usize) -> bool {
    if any(block, end, &["闭馆", "休馆", "店休"]) {
        return true;
    }
    let day = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '日' | '天');
    let week = |at: usize| any(block, at, &["周", "星期", "礼拜"]);
    let to = matches!(block.before(start), '至' | '到' | '-' | '~')
        && start.checked_sub(2).is_some_and(|i| day(block.get(i)));
    let from = range_word(block, end).is_some_and(week);
    let around = start.saturating_sub(CLAUSE / 2)..end + CLAUSE / 2;
    (to || from)
        && around.into_iter().any(|i| {
            let words = [
                "开放",
                "开诊",
                "营业",
                "办公",
                "门诊",
                "开馆",
                "服务时间",
                "工作时间",
                "接待",
                "上班",
                "值班",
                "热线",
                "接听",
                "限行",
                "闭馆",
                "售票",
                "开门",
            ];
            any(block, i, &words)
        })
}

/// Whether 约 before a place is a word of its own: not 合约, 签约.
fn about(block: &Block<'_>, at: usize) -> bool {
    any_before(block, at, &["大约", "大概"])
        || block.before(at) == '约'
            && !at
                .checked_sub(2)
                .is_some_and(|i| "合条公签违预特契节制婚邀赴履解失毁租续密誓立和盟纽".contains(block.get(i)))
}

/// Whether a number before 年 is a year and not a length of time.
fn year_stands(block: &Block<'_>, start: usize, end: usize, year: i16, stated: &Stated) -> bool {
    let before = block.before(start);
    if before == '第'
        || any(block, end, &["制"])
        || before == '-'
            && (digit(block.before(start - 1)).is_some()
                || block.before(start - 1) == '年'
                    && (start.saturating_sub(10)..start).any(|i| block.get(i) == '前'))
    {
        return false;
    }
    if block.get(start) == '公'
        || block.get(start) == '西'
        || stated.modifier.is_some() && year >= 1000 && !stated.short_year
    {
        return true;
    }
    let length = any(
        block,
        end,
        &[
            "来",
            "间",
            "历史",
            "的历史",
            "的古",
            "的老",
            "古",
            "的传统",
            "多",
            "余",
            "以上",
            "之久",
            "左右",
            "文明",
            "寿",
            "的文明",
            "期",
            "级",
            "内",
            "后",
            "之后",
            "前",
            "之前",
            "以前",
            "以后",
        ],
    ) && !any(
        block,
        end,
        &[
            "前后", "来到", "来华", "来自", "来访", "前往", "前来", "间谍", "后期", "前期", "多次", "多家",
            "内阁", "级别", "期货",
        ],
    );
    let counted = matches!(
        before,
        '近' | '约'
            | '逾'
            | '达'
            | '余'
            | '超'
            | '过'
            | '有'
            | '满'
            | '隔'
            | '每'
            | '整'
            | '长'
            | '共'
            | '历'
            | '今'
    );
    if stated.short_year {
        // Two digits: only what is no likely length of time.
        let quoted = block.get(start) == '\'';
        let short = year % 100;
        let han = is_han(block.get(start));
        if quoted {
            return true;
        }
        if length
            || counted
            || any(block, end, &["的", "是", "了", "过", "未", "不", "没", "如", "为"]) && !han
        {
            return false;
        }
        if han {
            // 三四年 is three or four years.
            let (a, b) = (short / 10, short % 10);
            return b != a + 1 && a != 0 || a == 0 && !matches!(before, '二');
        }
        let prepared = matches!(
            before,
            '从' | '自'
                | '在'
                | '于'
                | '到'
                | '至'
                | ','
                | '。'
                | '\0'
                | '\n'
                | '('
                | '、'
                | ';'
                | '比'
                | '"'
                | '是'
                | '与'
                | '和'
                | '以'
                | '届'
                | '及'
        );
        return stated.modifier.is_some() && (short >= 70 || short < 30 && block.get(start) == '0')
            || short >= 70 && short % 10 != 0
            || short < 10
            || prepared && short >= 70;
    }
    if year < 1000 {
        // Three digits: a year of history only where nothing speaks of a length.
        let dated = matches!(
            before,
            '在' | '于' | '自' | '从' | '到' | '至' | '(' | ',' | '。' | '\0' | '\n' | '、' | ';' | '"'
        ) || !is_han(before);
        return year >= 100 && dated && !length && !counted && year % 10 != 0
            || year >= 100 && matches!(before, '在' | '于' | '(') && !length;
    }
    let around =
        any(block, end, &["以前", "之前", "前后", "以后", "之后", "后", "内", "期", "级", "左右", "以上"]);
    if year >= 1800 && around {
        return !counted;
    }
    if length && (year % 100 == 0 || year < 1500 && counted) {
        return !(year < 1900 || year == 2000 || year == 2100);
    }
    !(counted && year % 100 == 0)
}

/// Whether a day of which nothing but its number is said is one.
fn bare_day(block: &Block<'_>, start: usize, end: usize, stated: &Stated) -> bool {
    let (before, after) = (block.before(start), block.get(end));
    let Some(day) = stated.day else { return false };
    let sign = (start..end).find(|&i| matches!(block.get(i), '日' | '号'));
    let timed = stated.part.is_some() || stated.time.is_some() || stated.weekday.is_some();
    if matches!(sign.map(|i| block.get(i)), Some('号')) {
        // 3号 is a house, a line, a player more often than a day.
        let month_before = (start.saturating_sub(12)..start).any(|i| block.get(i) == '月');
        return timed && !matches!(after, '线' | '楼') || month_before && !is_han(after);
    }
    if before.is_ascii_digit()
        || matches!(
            before,
            '每' | '第'
                | '近'
                | '逾'
                | '约'
                | '隔'
                | '数'
                | '几'
                | '半'
                | '满'
                | '共'
                | '整'
                | '终'
                | '周'
                | '百'
                | '千'
                | '余'
                | '休'
                | '头'
                | '前'
                | '后'
                | '历'
                | '达'
                | '时'
                | '期'
                | '连'
                | '续'
                | '过'
                | '多'
                | '.'
                | '/'
                | ':'
                | '月'
                | '两'
                | '短'
                | '初'
        )
        || before == '-' && !matches!(block.before(start - 1), '日' | '号')
        || any_before(block, start, &["最后", "为期", "长达", "有效期", "拘留", "停牌"])
    {
        return false;
    }
    let tail = any(
        block,
        end,
        &[
            "内",
            "之内",
            "之间",
            "游",
            "以内",
            "之久",
            "以上",
            "左右",
            "余",
            "多",
            "元",
            "圆",
            "币",
            "均",
            "制",
            "子",
            "方",
            "式",
            "系",
            "益",
            "渐",
            "常",
            "照",
            "光",
            "志",
            "历",
            "货",
            "产",
            "本人",
            "本国",
            "本队",
            "本女",
            "本男",
            "本政府",
            "本首相",
            "本公司",
            "本选手",
            "俄",
            "军",
            "寇",
            "伪",
            "侨",
            "语",
            "文",
            "美",
            "韩",
            "班",
            "程",
            "行程",
            "千里",
            "三餐",
            "为限",
        ],
    );
    if tail {
        return false;
    }
    if after == '报'
        && !any(
            block,
            end,
            &[
                "报道", "报告", "报到", "报名", "报案", "报警", "报称", "报请", "报出", "报收", "报价",
                "报送", "报喜", "报复",
            ],
        )
    {
        return false;
    }
    if after == '记' && block.get(end + 1) != '者' {
        return false;
    }
    if matches!(after, '后' | '前' | '起') && !timed {
        let dated = matches!(before, '自' | '从' | '于' | '在' | '到' | '至' | '截');
        if after != '起' && !dated && day < 11 || after == '后' && !dated {
            return false;
        }
    }
    let han = is_han(block.get(start)) && day <= 10;
    if han {
        let other = matches!(
            before,
            '有' | '某'
                | '近'
                | '昨'
                | '今'
                | '次'
                | '翌'
                | '往'
                | '他'
                | '早'
                | '改'
                | '一'
                | '二'
                | '三'
                | '十'
                | '不'
                | '如'
                | '这'
                | '那'
                | '生'
                | '同'
                | '当'
                | '假'
                | '节'
                | '冬'
                | '夏'
                | '春'
                | '秋'
                | '星'
                | '礼'
        ) || any(block, end, &["之", "不", "为", "里", "千", "又", "比", "复", "一", "三"]);
        let month_before = matches!(before, '、' | '至' | '到' | '-' | '和');
        return !other
            && (timed
                || month_before
                || matches!(
                    before,
                    ',' | '。' | '\0' | '\n' | '(' | '"' | ' ' | '于' | '在' | '定' | '京' | '日'
                )
                || matches!(
                    after,
                    '在' | '电'
                        | '说'
                        | '表'
                        | '宣'
                        | '发'
                        | '举'
                        | '召'
                        | '会'
                        | '对'
                        | '就'
                        | '至'
                        | '到'
                        | '抵'
                        | '晚'
                        | '下'
                        | '上'
                        | '凌'
                        | '起'
                        | '讯'
                ));
    }
    true
}

/// Whether the neighbours of `start..end` let it be the date that was read there.
fn fits(text: Text<'_>, start: usize, end: usize, stated: &Stated) -> bool {
    let block = text.block;
    let (before, after) = (block.before(start), block.get(end));
    let last = block.before(end);
    if in_title(block, start) {
        return false;
    }
    // 昨(18)日
    if stated.headline && stated.day.is_some() {
        return true;
    }
    if !matches!(stated.year, Some(Year::Said(_)))
        && any_before(block, start, &["每到", "每逢", "每至", "每当", "每临", "每近"])
    {
        return false;
    }
    if stated.weekday.is_some() && stated.week.is_none() && stated.day.is_none() && opens(block, start, end) {
        return false;
    }
    if stated.year.is_none() && stated.month.is_some() && matches!(block.get(start), '前' | '首') {
        return tallied(block, start, end);
    }
    // 公元前49年1月1日: the years before ours are not read, nor is what stands behind them.
    if any_before(block, start, &["公元前", "西元前", "纪元前", "公元前约", "公元", "公元前的"])
        && (stated.year.is_some() || stated.century.is_some() || stated.decade.is_some())
        && !matches!(block.get(start), '公' | '西')
    {
        return false;
    }
    // 113年5月 is a year of the Republic in Taiwan; one of our second century would be said to be.
    if matches!(stated.year, Some(Year::Said(100..200)))
        && stated.month.is_some()
        && !matches!(block.get(start), '公' | '西')
    {
        return false;
    }
    if stated.headline {
        return match block.get(start) {
            '昨' => is_han(after) && !matches!(after, '是' | '非'),
            '今' => matches!(after, '起' | '将' | '在' | '抵' | '赴'),
            _ => matches!(after, '起' | '将' | '抵' | '赴') && !is_han(before),
        };
    }
    if stated.year.is_none() && stated.days_away.is_none() && stated.century.is_none() {
        // Every year, every month; and the rest of a date whose beginning could not be read.
        if matches!(before, '每' | '逢' | '年' | '月' | '第' | '闰')
            && !any_before(block, start, &["新年", "少年", "青年", "历年"])
        {
            return stated.weekday.is_some() && stated.day.is_none() && matches!(before, '年' | '月');
        }
        if any_before(
            block,
            start,
            &["每年的", "每年", "每月", "每月的", "历年", "历年的", "每个", "每周", "年的"],
        ) {
            return false;
        }
    }
    if stated.year.is_none() && every(block, start) {
        return false;
    }
    if stated.is_bare_day() {
        return bare_day(block, start, end, stated);
    }
    // Years without 年: (1881-1936), or one of a list that ends in 年.
    if stated.is_year() && last.is_ascii_digit() {
        let listed = list_word(block, end).is_some_and(|e| (e..e + 24).any(|i| block.get(i) == '年'));
        if !(listed || before == '(' && after == ')') {
            return false;
        }
    }
    if stated.is_year()
        && let Some(Year::Said(year)) = stated.year
        && !year_stands(block, start, end, year, stated)
    {
        return false;
    }
    // 三四月 is March or April; 一月三次 is how often.
    let last = if last == '份' { '月' } else { last };
    if last == '月'
        && is_han(block.get(start))
        && (han_digit(before).is_some() || han_digit(after).is_some() && stated.year.is_none())
    {
        return false;
    }
    // A month without a year is no length of time: 近3月, 前3月.
    if last == '月'
        && stated.year.is_none()
        && (matches!(
            before,
            '近' | '前'
                | '头'
                | '余'
                | '逾'
                | '过'
                | '个'
                | '数'
                | '几'
                | '满'
                | '隔'
                | '续'
                | '期'
                | '.'
                | '半'
        ) || any_before(block, start, &["最近", "过去", "未来", "长达", "为期", "历时", "连续"])
            || matches!(after, '余' | '多' | '内' | '球' | '薪' | '租' | '饼' | '亮')
            || any(block, end, &["革命", "之久", "之内", "以上", "围城", "风暴", "嫂", "党人"]))
    {
        return false;
    }
    if stated.holiday.is_some() && any(block, end, &["上河图", "园"]) {
        return false;
    }
    if stated.century.is_some() && any(block, end, &["经济报道", "不动产", "福克斯", "出版", "教育"])
    {
        return false;
    }
    if last == '日' && any(block, end, &["元", "圆", "币"]) {
        return false;
    }
    true
}
