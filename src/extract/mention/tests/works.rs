//! Works and houses that are built, what ranks and phases name, and how duties are shared.

use super::check;

#[test]
fn works_by_what_becomes_of_them() {
    check(
        "project",
        &[
            "[project:市科技馆]、[project:市体育场]投入使用，[project:市全民健身中心]开工建设。",
            "推进[project:220千伏凤凰变电站]建设，[project:青石岭抽水蓄能电站]主体工程开工。",
            "[project:G329国道城区段改线工程]完工，[project:石门水库灌区续建配套与现代化改造项目]建设提速。",
            "[project:王家岭煤矿改扩建项目]抓紧办理手续，加快[project:绿色食品产业园二期]建设。",
            "[project:污水处理厂二期]要年底投运，各园区二期要加快，第二期培训班结业。",
            "建成220千伏变电站5座，储备改扩建项目20个。[project:]",
        ],
    );
    check(
        "actor",
        &[
            "市科技馆、市体育场建成开放。[actor:]",
            "[actor/executor:市科技馆]要免费开放。",
        ],
    );
}

#[test]
fn names_by_rank_year_and_quotation() {
    check(
        "project",
        &[
            "建设[project:国家先进计算产业创新中心]，争创[project:国家级城乡融合发展试验区]和[project:全国文明城市]。",
            "举办[project:2025世界智能制造大会]和[project:中国—东盟博览会]，用好[project:12366热线]。",
            "打造[project:“赣路通”平台]，[project:经济开发区]、[project:综合保税区]实现增长。",
            "建成省级实训基地14个，2025年世界经济放缓。[project:]",
        ],
    );
    check(
        "organization",
        &[
            "[organization:国家税务总局××市税务局]、[organization:江州大学附属第一医院]、[organization:市档案馆党总支]的同志到会。",
        ],
    );
}

#[test]
fn duties_that_are_shared_and_told_of() {
    check(
        "actor",
        &[
            "专项整治由[actor/responsible:市公安局]、[actor/responsible:市城管局]按职责分工负责。",
            "化肥储备由[actor/responsible:县供销社]负责，[actor/support:县发改局]、[actor/support:县商务局]支持。",
            "要抓好禁烧。（责任单位：[actor/responsible:县农业农村局]、[actor/responsible:各乡镇]）年底前完成整改。",
            "[actor/executor:报关企业]要诚信经营，支持企业要有力度。",
            "区司法局负责建成了公共法律服务平台。[actor:]",
        ],
    );
}
