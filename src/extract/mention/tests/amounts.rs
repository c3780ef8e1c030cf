//! Times and quantities that depend on the words beside them.

use super::check;

#[test]
fn what_is_done_each_time_is_no_weekday_and_one_is_a_count_of_it() {
    check(
        "time",
        &[
            "实行[time:每周]一通报、[time:每月]一排名。",
            "[time:每周一]到岗，[time:每周一]调度。",
            "[time:二季度][time:连续两个月]亏损，[time:一个晚上]查了三家，[time:早晚高峰]增派警力。",
            "签约后[time:半年内]开工，学前[time:三年]毛入园率提高，[time:后五年]再谋划，[time:前10个月]增长，通报了[time:前8个月]的情况。",
            "要抓好[time:后三年]工作，谋划[time:后五年]发展，干好[time:后两个月]。",
            "毕业后[time:两年内]就业，开工后[time:三个月]见形象。",
            "资本寒冬里要过紧日子，增开夜间公交，[time:夜间]不得施工，在[time:2026年]年中工作会议上的讲话。",
        ],
    );
    check(
        "quantity",
        &[
            "每季度至少召开[quantity:一次]联席会议，每个镇至少要建成[quantity:一个]示范点，每半年开展[quantity:一次]检查。",
            "每个支部评选一个先进，每名党员都要写一篇心得体会。[quantity:]",
            "每一个同志都要负责，每天都是一个新的起点，开展一次整治。[quantity:]",
        ],
    );
}

#[test]
fn points_of_a_speech_are_no_quantities_and_many_problems_are() {
    check(
        "quantity",
        &[
            "我讲三个问题，抓好以下五项工作，下面四条措施要落实。[quantity:]",
            "交办的[quantity:1260个]问题已办结，收到[quantity:300条]建议，分[quantity:6大类]制定标准。",
            "高考二本上线率提高，印发[quantity:二百本]手册。",
        ],
    );
}
